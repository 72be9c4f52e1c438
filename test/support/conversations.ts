import { settle } from '../../domain/conversation/closing.ts';
import { type Conversation, NO_CONVERSATION, type Piece } from '../../domain/conversation/conversation.ts';
import { converse, type Heard } from '../../domain/conversation/converse.ts';
import { CHAT_SETTINGS } from './chat-settings.ts';

export const NOW = '2026-11-20T13:03:00.000Z';
export const seconds = (count: number) => new Date(Date.parse(NOW) + count * 1000).toISOString();

export const pieceOf = (id: string, text: string, more: Partial<Piece> = {}): Piece => ({
  id,
  text,
  writtenAt: NOW,
  attachments: [],
  original: { mediaType: 'text/xml', base64: 'PHhtbC8+' },
  ...more,
});
export const said = (id: string, text: string, more: Partial<Piece> = {}): Heard => ({
  kind: 'message',
  piece: pieceOf(id, text, more),
});
export const shown = (id: string, more: Partial<Piece> = {}) =>
  said(id, '', { attachments: [{ name: '微信图片', mediaType: 'image/jpeg', mediaId: id }], ...more });

/** Everything that is closed gets a receipt, numbered from 1, as the use case would do. */
export function settled(state: Conversation): Conversation {
  const number = state.submitted.length + 1;
  const receipts = state.closed.map(({ id }, index) => {
    const receipt = `QH-0000-0000-000${number + index}`;
    return [id, { receipt, queryCode: 'ABCD1234', answerBy: NOW }] as const;
  });
  return settle(state, new Map(receipts));
}

/** What a conversation comes to, each message being settled before the next. */
export const continued = (before: Conversation, ...all: Heard[]) =>
  all.reduce((state, heard) => settled(converse(state, heard, NOW, CHAT_SETTINGS).state), before);
export const having = (...all: Heard[]) => continued(NO_CONVERSATION, ...all);
export const replyTo = (state: Conversation, heard: Heard) => converse(state, heard, NOW, CHAT_SETTINGS).reply;
