import { sayerOf } from '../notices/wording.ts';
import type { Contract } from '../texts/parameters.ts';

/** What is written is added to that case, or is a complaint of its own. */
const ADDED_TO = { to: 'receipt?', own: 'when?' } as const;
/** The receipt of the last complaint of that chat, where there is one. */
const LATEST = { latest: 'receipt?', none: 'when?' } as const;

/** What is said in a chat, by the name of its file in config/notices. */
export const REPLY_TEXTS = {
  'chat-receipt': { receipt: 'receipt', code: 'code', due: 'deadline' },
  'chat-followed': { to: 'receipt', urging: 'when?', adding: 'when?' },
  /** `earlier`: that of the last complaint, where what they begin may belong to it. */
  'chat-kept': { count: 'number', minutes: 'number', earlier: 'receipt?', ...ADDED_TO },
  'chat-add': ADDED_TO,
  'chat-welcome': { help: 'words' },
  'chat-help': { minutes: 'number' },
  'chat-cancelled': {},
  'chat-nothing-open': LATEST,
  'chat-nothing-yet': {},
  'chat-not-yours': {},
  'chat-not-withdrawn': LATEST,
  'chat-person': { organ: 'term', telephone: 'term' },
  'chat-unreadable': {},
  'chat-urgent': {},
  'chat-progress': {
    ...{ receipt: 'receipt', status: 'term', milestones: 'words?' },
    ...{ answer: 'words?', excerpt: 'words?', due: 'deadline?' },
  },
  'chat-limited': {},
  'chat-wrong-code': {},
  'chat-elsewhere': {},
} as const satisfies Readonly<Record<string, Contract>>;

/** Below these there is an English part, for whoever writes in English. */
export const REPLIES_IN_ENGLISH: readonly string[] = [
  'chat-receipt',
  'chat-followed',
  'chat-kept',
  'chat-add',
  'chat-welcome',
];

export const sayReply = sayerOf(REPLY_TEXTS);
