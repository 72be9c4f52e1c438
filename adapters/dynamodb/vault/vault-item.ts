import * as z from 'zod';
import { limitSchema } from '../../../domain/clocks/set-limit.ts';
import {
  type AnonymousComplaint,
  CHANNELS,
  type Contact,
  FLAGS,
  FOLLOW_UP_KINDS,
  MEDIUM_LOSSES,
} from '../../../domain/complaint.ts';
import { lazy } from '../../../domain/lazy.ts';
import type { VaultItem } from '../../../usecases/intake/accept-complaint.ts';

const sideRemarks = z.array(z.object({ field: z.string(), written: z.string() })).optional();

const contact: z.ZodType<Contact> = z.object({
  name: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  postalAddress: z.string().optional(),
  openid: z.string().optional(),
  wecomUserId: z.string().optional(),
  sideRemarks,
});

const attachment = z.object({
  name: z.string(),
  mediaType: z.string(),
  key: z.string().optional(),
  mediaId: z.string().optional(),
  lost: z.enum(MEDIUM_LOSSES).optional(),
});

const channel = z.enum(CHANNELS);
const follows = z.object({ to: z.string(), as: z.enum(FOLLOW_UP_KINDS) });
const instant = z.iso.datetime({ precision: 3 });

const complaint = lazy(() =>
  z.object({
    receipt: z.string(),
    channel,
    text: z.string(),
    quoted: z.string().optional(),
    address: z.string().optional(),
    division: z.string().optional(),
    location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
    target: z.string().optional(),
    occurredAt: z.string().optional(),
    sideRemarks,
    anonymous: z.boolean(),
    attachments: z.array(attachment),
    flags: z.array(z.enum(FLAGS)),
    acknowledge: z.literal(true).optional(),
    inspection: z.object({ batch: z.string(), item: z.string() }).optional(),
    /** A limit that no release takes any more keeps no complaint from its case. */
    order: z.object({ number: z.string(), limit: limitSchema().optional().catch(undefined) }).optional(),
    follows: follows.optional(),
    partner: z.string().optional(),
    enteredBy: z.object({ organ: z.string(), sub: z.string(), name: z.string() }).optional(),
    receivedAt: instant,
  }),
);

/**
 * The slices of an item that a function may be allowed to read: each names all its attributes, for the right to be cut
 * by them.
 */
export const complaintSlice = complaint satisfies () => z.ZodType<AnonymousComplaint>;
/** That there is one, and nothing of it. */
export const existenceSlice = lazy(() => z.object({ receipt: z.string() }));
export const contactSlice = lazy(() =>
  z.object({
    receipt: z.string(),
    contact: contact.optional(),
    channel,
    queryCode: z.string(),
    messageId: z.string().optional(),
    follows: follows.optional(),
    order: z.object({ number: z.string() }).optional(),
  }),
);
export const senderSlice = lazy(() =>
  z.object({
    receipt: z.string(),
    channel,
    anonymous: z.boolean(),
    contact: contact.optional(),
  }),
);
/** Whose complaint it is and since when, for nothing but to know the sender again. */
export const originSlice = lazy(() =>
  z.object({
    receipt: z.string(),
    receivedAt: instant,
    anonymous: z.boolean(),
    contact: contact.optional(),
  }),
);
export const mediaSlice = lazy(() => z.object({ receipt: z.string(), channel, attachments: z.array(attachment) }));
export const enclosuresSlice = lazy(() =>
  z.object({
    receipt: z.string(),
    attachments: z.array(attachment),
    follows: follows.optional(),
  }),
);
/** Which way it has come, for whoever looks for it: no word of it, and nobody's name. */
export const waySlice = lazy(() =>
  z.object({
    receipt: z.string(),
    channel,
    receivedAt: instant,
    flags: z.array(z.enum(FLAGS)),
    partner: z.string().optional(),
    follows: follows.optional(),
  }),
);
export const querySlice = lazy(() =>
  z.object({
    receipt: z.string(),
    queryCode: z.string(),
    receivedAt: instant,
    answerBy: instant,
    follows: follows.optional(),
  }),
);

/** A whole item, as it comes back when its receipt is taken. */
export const storedItem = lazy(
  (): z.ZodType<VaultItem> =>
    z.object({
      ...complaint().shape,
      ...querySlice().shape,
      sourceId: z.string(),
      messageId: z.string().optional(),
      contact: contact.optional(),
      original: z.union([
        z.object({ mediaType: z.string(), base64: z.string() }),
        z.object({ mediaType: z.string(), key: z.string() }),
      ]),
      fingerprint: z.string(),
    }),
);
