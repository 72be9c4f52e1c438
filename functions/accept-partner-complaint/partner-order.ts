import * as z from 'zod';
import { ownProperty } from '../../domain/own-property.ts';
import type { Deed } from '../../domain/partners/deeds.ts';
import { isRounded } from '../../domain/partners/rounded.ts';
import { cleaned } from '../../domain/text/cleaned.ts';
import { BesideForm, WebReceipt } from '../accept-web-complaint/complaint-body.ts';
import { MAX_CHARACTERS } from '../shared/complaint-text.ts';
import { wrongType } from '../shared/http/field-errors.ts';
import { isHollow } from '../shared/submission/optional-details.ts';
import { WebhookSecrets } from '../shared/submission/webhook.ts';

/**
 * The secret entry: partner name → live secrets. `revoked` shuts a partner out while its secrets still prove who it is.
 */
export const PARTNERS_SECRET = {
  schema: z.record(z.string(), WebhookSecrets.extend({ revoked: z.boolean().default(false) })),
};

/** The events of our own format. */
const EVENTS = {
  'complaint.submitted': 'submit',
  'complaint.supplemented': 'supplement',
  'complaint.urged': 'urge',
  'complaint.sent-back': 'send-back',
  'complaint.withdrawn': 'withdraw',
} as const satisfies Record<string, Deed>;
export type EventType = keyof typeof EVENTS;
export const EVENT_TYPES = Object.keys(EVENTS);

export const deedOf = (type: string): Deed | undefined => ownProperty<Deed>(EVENTS, type);

/** A text, or a whole number, whose digits are its text. */
export const written = z
  .union([z.string(), z.int()], {
    error: ({ input }) => (input === undefined ? '此项必填' : wrongType('string')),
  })
  .transform((text) => cleaned(String(text)).trim());

/** A number tells one matter from another: what a spreadsheet or a wrong charset left of it does not. */
const number = written.pipe(
  z
    .string()
    .min(1)
    .max(128)
    .refine((text) => !isRounded(text), '编号被表格软件写成了科学计数法，后几位已丢失：请把该列设为文本格式后重新导出')
    .refine((text) => !text.includes('\ufffd'), '编号中有无法识别的字符'),
);
const itemNumber = written.pipe(z.string().min(1).max(64));
const words = z.string().trim().max(MAX_CHARACTERS);

/** By when it is to be done: described as it should be sent, taken however it is sent, and read by `limitIn`. */
const limit = z
  .unknown()
  .optional()
  .meta({
    type: ['string', 'object'],
    description:
      '办理时限：“5个工作日”“7日”“48小时”“第五日12:00”、截止日期或时间，或{unit, count, by}。自收到之日起算，当日不计。无法识别的按原文保存，并在notes中说明',
  });

const Supplement = z.object({
  /** The number under which the partner handed the matter over. */
  externalId: number,
  /** The partner's number of this message. Without one, time and content tell it from the next. */
  followUpId: number.optional(),
  text: words.min(1),
  ...BesideForm.shape,
  limit,
});

const Reminder = Supplement.extend({ text: words.transform((text) => text || undefined).optional() });

/** What an order says, by what it is. Unknown fields are dropped. */
export const ORDERS = {
  submit: z.object({
    /** The partner's own number of the matter; the same number again is the same complaint. */
    externalId: number,
    text: words.min(1),
    ...BesideForm.shape,
    /** 督察交办: batch and number of the item, which start the inspection clocks. */
    limit,
    inspection: z.preprocess(
      (said) => (isHollow(said) ? undefined : said),
      z.object({ batch: itemNumber, item: itemNumber }).optional(),
    ),
  }),
  supplement: Supplement,
  urge: Reminder,
  'send-back': Reminder,
  withdraw: Reminder,
} as const satisfies Record<Deed, z.ZodObject>;

/**
 * Tells one follow-up from the next where it has no number of its own, however it is written;
 * "2026-11-20T21:03:00+08:00" is understood.
 */
const timestamp = z
  .unknown()
  .refine((said) => said !== undefined, '此项必填')
  .transform((said) => (typeof said === 'object' ? JSON.stringify(said) : String(said)))
  .meta({ type: ['string', 'number'] });
const event = <Type extends EventType>(type: Type) =>
  z.object({ type: z.literal(type), timestamp, data: ORDERS[EVENTS[type]] });

/** The number tells one matter from the next, so its time may be left out. */
const submitted = event('complaint.submitted').extend({ timestamp: timestamp.optional() });

/** Our own format: what a partner (12345, a superior, an inspection team) hands over, or says later about it. */
export const PartnerOrder = z.discriminatedUnion('type', [
  submitted,
  event('complaint.supplemented'),
  event('complaint.urged'),
  event('complaint.sent-back'),
  event('complaint.withdrawn'),
]);

/** An order in the partner's own format: config/partners says which field is which. */
export const ForeignOrder = z.record(z.string(), z.unknown());

/** `follows`: the receipt of the earlier complaint to which this belongs. */
export const PartnerReceipt = WebReceipt.extend({ follows: z.string().optional() });
