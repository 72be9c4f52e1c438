import type { Attachment, Submission } from '../../domain/complaint.ts';
import { inlineOriginal } from '../shared/original.ts';
import { wordsKept } from '../shared/words.ts';
import { wgs84Of } from './mars-coordinates.ts';
import type { WechatContent } from './wechat-message.ts';

const MEDIA: Readonly<Record<string, Pick<Attachment, 'name' | 'mediaType'>>> = {
  image: { name: '微信图片', mediaType: 'image/jpeg' },
  voice: { name: '微信语音', mediaType: 'audio/amr' },
  video: { name: '微信视频', mediaType: 'video/mp4' },
  shortvideo: { name: '微信小视频', mediaType: 'video/mp4' },
};

/** A message of any type as a complaint: MsgId alone is not unique across senders, so the id names account, sender and second too. */
export function submissionFrom(message: WechatContent, appId: string, content: Uint8Array): Submission {
  const { FromUserName, MsgId, CreateTime, Label } = message;
  return {
    channel: 'wechat',
    sourceId: [appId, FromUserName, MsgId, CreateTime].join(':'),
    ...wordsKept(wordsOf(message)),
    address: Label?.trim() || undefined,
    location: locationOf(message),
    contact: { openid: FromUserName },
    anonymous: false,
    attachments: attachmentsOf(message),
    original: inlineOriginal(mediaTypeOf(content), content),
  };
}

/** What was rightly signed but cannot be read: kept for a person to look at. The same bytes again are the same complaint. */
export function quarantined(content: Uint8Array, appId: string, digest: string): Submission {
  return {
    channel: 'wechat',
    sourceId: `${appId}:sha256:${digest}`,
    text: '',
    anonymous: true,
    attachments: [],
    flags: ['quarantined'],
    original: inlineOriginal(mediaTypeOf(content), content),
  };
}

function wordsOf({ Content, Recognition, Title, Description, Url }: WechatContent): string {
  const link = [Title, Description, Url].filter(Boolean).join('\n');
  return (Content ?? Recognition ?? link).trim();
}

function locationOf({ Location_X: latitude, Location_Y: longitude }: WechatContent): Submission['location'] {
  if (latitude === undefined || longitude === undefined) return undefined;
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return wgs84Of({ latitude, longitude });
}

function attachmentsOf({ MsgType, MediaId }: WechatContent): Attachment[] {
  const medium = MEDIA[MsgType];
  return medium && MediaId ? [{ ...medium, mediaId: MediaId }] : [];
}

const mediaTypeOf = (content: Uint8Array): string => (content[0] === 0x7b ? 'application/json' : 'text/xml');
