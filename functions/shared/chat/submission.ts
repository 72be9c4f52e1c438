import type { Contact, Flag, Original, Submission } from '../../../domain/complaint.ts';
import { contentOf, sourceIdOf } from '../../../domain/conversation/content.ts';
import type { ClosedDraft, Sender } from '../../../domain/conversation/conversation.ts';
import { wordsKept } from '../complaint-text.ts';
import { inlineOriginal } from '../submission/original.ts';
import { originalOf } from './message-meaning.ts';

/**
 * The pieces as one complaint. Each is kept byte for byte: one as it came, several as a JSON list of `{mediaType,
 * base64}`.
 */
export function submissionOf(draft: ClosedDraft, sender: Sender): Submission {
  const { text, address, location, attachments } = contentOf(draft);
  const words = wordsKept(text);
  return {
    channel: sender.channel,
    sourceId: sourceIdOf(sender, draft),
    text: words.text,
    flags: saysNothing(words) ? [...words.flags, 'no-text'] : words.flags,
    address,
    location,
    contact: contactOf(sender),
    anonymous: false,
    attachments,
    follows: draft.follows,
    original: joined(draft.pieces.map(({ original }) => original)),
  };
}

/**
 * What was rightly signed but cannot be read: kept for a person to look at. The same bytes again are the same
 * complaint.
 */
export function quarantined(content: Uint8Array, { channel, app }: Omit<Sender, 'user'>, digest: string): Submission {
  const { mediaType } = originalOf(content);
  return {
    channel,
    sourceId: `${app}:sha256:${digest}`,
    text: '',
    anonymous: true,
    attachments: [],
    flags: ['quarantined'],
    original: inlineOriginal(mediaType, content),
  };
}

/** An emoji is a text, but says nothing that a rule could go by. */
const saysNothing = ({ text, flags }: { text: string; flags: readonly Flag[] }): boolean =>
  flags.length === 0 && !/[\p{L}\p{N}]/u.test(text);

const contactOf = ({ channel, user }: Sender): Contact =>
  channel === 'wechat' ? { openid: user } : { wecomUserId: user };

function joined(originals: readonly Original[]): Original {
  const [only] = originals;
  if (only && originals.length === 1) return repacked(only);
  return inlineOriginal('application/vnd.huiyin.messages+json', Buffer.from(JSON.stringify(originals)));
}

/** An item of the vault is smaller than one of a draft may be. */
const repacked = (original: Original): Original =>
  'base64' in original ? inlineOriginal(original.mediaType, Buffer.from(original.base64, 'base64')) : original;
