import * as z from 'zod';
import { LangSchema } from '../../../domain/classification/classification.ts';
import { FOLLOW_UP_KINDS } from '../../../domain/complaint.ts';
import {
  type Conversation,
  PLAIN_SAYINGS,
  type Reply,
  type Sender,
} from '../../../domain/conversation/conversation.ts';

const instant = z.iso.datetime({ precision: 3 });

const sender: z.ZodType<Sender> = z.object({
  channel: z.enum(['wechat', 'wecom']),
  app: z.string(),
  user: z.string(),
});

const piece = z.object({
  id: z.string(),
  writtenAt: instant,
  text: z.string(),
  address: z.string().optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  attachments: z.array(z.object({ name: z.string(), mediaType: z.string(), mediaId: z.string().optional() })),
  original: z.object({ mediaType: z.string(), base64: z.string() }),
});

const draft = z.object({
  id: z.string(),
  pieces: z.array(piece),
  follows: z.object({ to: z.string(), as: z.enum(FOLLOW_UP_KINDS) }).optional(),
});

const closed = z.object({ ...draft.shape, closedAt: instant, writtenUntil: instant, told: z.boolean() });

const submitted = z.object({
  ...closed.pick({ id: true, follows: true, writtenUntil: true, told: true }).shape,
  receipt: z.string(),
  queryCode: z.string(),
  answerBy: instant,
  lang: LangSchema,
});

const reply: z.ZodType<Reply> = z.object({
  says: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('kept'), pieces: z.int(), to: z.string().optional() }),
    z.object({ kind: z.literal('progress'), receipt: z.string(), queryCode: z.string().optional() }),
    z.object({ kind: z.enum(PLAIN_SAYINGS) }),
  ]),
  tells: z.array(z.string()),
});

/** A conversation as it lies in the correspondence table. */
export const ConversationItem = z.object({
  sender,
  version: z.int(),
  draft: z.object({ ...draft.shape, dueAt: instant }).optional(),
  closed: z.array(closed),
  submitted: z.array(submitted),
  answered: z.array(z.object({ id: z.string(), reply })),
  left: z.boolean(),
}) satisfies z.ZodType<Conversation>;
