import { memoryConversations } from '../../adapters/memory/conversations.ts';
import { memoryVault } from '../../adapters/memory/vault.ts';
import type { Sender } from '../../domain/conversation/conversation.ts';
import type { Heard } from '../../domain/conversation/converse.ts';
import { submissionOf } from '../../functions/shared/chat/submission.ts';
import { CHAT_SETTINGS } from './chat-settings.ts';
import { intake, NOW } from './intake.ts';

export const SENDER: Sender = { channel: 'wechat', app: 'wx1', user: 'o_1' };
export const at = (seconds: number) => new Date(NOW + seconds * 1000).toISOString();

export const said = (id: string, text: string, seconds = 0): Heard => {
  const original = { mediaType: 'text/xml', base64: Buffer.from(`<xml>${id} ${text}</xml>`).toString('base64') };
  return { kind: 'message', piece: { id, text, writtenAt: at(seconds), attachments: [], original } };
};

/** Somebody who writes on WeChat, and what holds the conversation. */
export const conversing = () => {
  const conversations = memoryConversations();
  const conflicts: string[] = [];
  return {
    ...intake(),
    vault: memoryVault(),
    conversations,
    conflicts,
    settings: CHAT_SETTINGS,
    submissionOf,
    backOff: async () => {},
    onConflict: () => void conflicts.push('conflict'),
    onFailure: () => {},
    hasTime: () => true,
  };
};
