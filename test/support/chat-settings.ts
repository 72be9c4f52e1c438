import { CONVERSATION_DEFAULTS, type ConversationSettings } from '../../domain/conversation/conversation.ts';
import { texts } from './rules.ts';

/** A chat as it is where the province says nothing special of it. */
export const CHAT_SETTINGS: ConversationSettings = {
  ...CONVERSATION_DEFAULTS,
  texts,
  organiser: { name: '青禾省生态环境厅', telephone: '0990-12369001' },
};
