import type { Attachment } from '../../../domain/complaint.ts';
import type { Piece } from '../../../domain/conversation/conversation.ts';
import type { Heard } from '../../../domain/conversation/converse.ts';
import { ownProperty } from '../../../domain/own-property.ts';
import { wgs84Of } from './mars-coordinates.ts';
import type { ChatContent, ChatEvent, ChatMessage } from './message.ts';

/** EventKey of a menu button → the words it stands for. */
export type Menu = Readonly<Record<string, string>>;

const MEDIA: Readonly<Record<string, Pick<Attachment, 'name' | 'mediaType'>>> = {
  image: { name: '微信图片', mediaType: 'image/jpeg' },
  voice: { name: '微信语音', mediaType: 'audio/amr' },
  video: { name: '微信视频', mediaType: 'video/mp4' },
  shortvideo: { name: '微信小视频', mediaType: 'video/mp4' },
};

/**
 * What a message means to the conversation; undefined for an event that means nothing to it, such as a page that was
 * opened.
 */
export function meaningOf(message: ChatMessage, content: Uint8Array, menu: Menu): Heard | undefined {
  const writtenAt = new Date(Number(message.CreateTime) * 1000).toISOString();
  if ('MsgId' in message) return { kind: 'message', piece: pieceOf(message, writtenAt, content) };
  const id = ['event', message.CreateTime, message.Event, message.EventKey ?? ''].join(':');
  switch (message.Event.toLowerCase()) {
    case 'subscribe':
    case 'scan':
      return { kind: 'joined', id, writtenAt };
    case 'unsubscribe':
      return { kind: 'left', id, writtenAt };
    case 'click':
      return pressed(message, { id, writtenAt, attachments: [], original: originalOf(content) }, menu);
    default:
      return undefined;
  }
}

function pressed({ EventKey = '' }: ChatEvent, piece: Omit<Piece, 'text'>, menu: Menu): Heard | undefined {
  const text = ownProperty(menu, EventKey);
  return text === undefined ? undefined : { kind: 'button', piece: { ...piece, text } };
}

/** MsgId alone is not unique across senders, nor for ever: the second belongs to it. */
function pieceOf(message: ChatContent, writtenAt: string, content: Uint8Array): Piece {
  return {
    id: `${message.MsgId}:${message.CreateTime}`,
    writtenAt,
    text: wordsOf(message),
    address: message.Label?.trim() || undefined,
    location: locationOf(message),
    attachments: attachmentsOf(message),
    original: originalOf(content),
  };
}

/** The title of a file is not the file, which WeChat gives nobody. */
function wordsOf({ MsgType, Content, Recognition, Title, Description, Url }: ChatContent): string {
  if (MsgType === 'file') return '';
  const link = [Title, Description, Url].filter(Boolean).join('\n');
  return (Content || Recognition || link).trim();
}

function locationOf({ Location_X: latitude, Location_Y: longitude }: ChatContent): Piece['location'] {
  if (latitude === undefined || longitude === undefined) return undefined;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return wgs84Of({ latitude, longitude });
}

function attachmentsOf({ MsgType, MediaId }: ChatContent): Attachment[] {
  const medium = ownProperty(MEDIA, MsgType);
  return medium && MediaId ? [{ ...medium, mediaId: MediaId }] : [];
}

/** Byte for byte. */
export const originalOf = (content: Uint8Array) => ({
  mediaType: isJson(content) ? 'application/json' : 'text/xml',
  base64: Buffer.from(content).toString('base64'),
});

export const isJson = (content: Uint8Array): boolean =>
  Buffer.from(content.subarray(0, 64)).toString().trimStart().startsWith('{');
