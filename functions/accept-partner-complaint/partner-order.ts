import * as z from 'zod';
import { own } from '../../domain/own.ts';
import type { Deed } from '../../domain/partners/deeds.ts';
import { ContactForm, MatterForm, WebReceipt } from '../accept-web-complaint/complaint-body.ts';
import { WebhookSecrets } from '../shared/webhook.ts';
import { MAX_CHARACTERS } from '../shared/words.ts';

/** The secret entry: partner name → live secrets. `revoked` shuts a partner out while its secrets still prove who it is. */
export const PartnerSecrets = z.record(z.string(), WebhookSecrets.extend({ revoked: z.boolean().default(false) }));

/** The events of our own format. */
const EVENTS = {
  'complaint.submitted': 'submit',
  'complaint.supplemented': 'supplement',
  'complaint.urged': 'urge',
  'complaint.sent-back': 'send-back',
} as const satisfies Record<string, Deed>;
export type EventType = keyof typeof EVENTS;

export const deedOf = (type: string): Deed | undefined => own<Deed>(EVENTS, type);

const number = z.string().trim().min(1).max(128);
const words = z.string().trim().max(MAX_CHARACTERS);

const Supplement = z.object({
  /** The number under which the partner handed the matter over. */
  externalId: number,
  /** The partner's number of this message. Without one, time and content tell it from the next. */
  followUpId: number.optional(),
  text: words.min(1),
  ...MatterForm.shape,
  contact: ContactForm.optional(),
});

const Reminder = Supplement.extend({ text: words.optional() });

/** What an order says, by what it is. Unknown fields are dropped. */
export const ORDERS = {
  submit: z.object({
    /** The partner's own number of the matter; the same number again is the same complaint. */
    externalId: number,
    text: words.min(1),
    ...MatterForm.shape,
    contact: ContactForm.optional(),
    /** 督察交办: batch and number of the item, which start the inspection clocks. */
    inspection: z
      .object({ batch: z.string().trim().min(1).max(64), item: z.string().trim().min(1).max(64) })
      .optional(),
  }),
  supplement: Supplement,
  urge: Reminder,
  'send-back': Reminder,
} as const satisfies Record<Deed, z.ZodObject>;

const timestamp = z.iso.datetime({ offset: true, error: '应为ISO 8601时间' });
const event = <Type extends EventType>(type: Type) =>
  z.object({ type: z.literal(type), timestamp, data: ORDERS[EVENTS[type]] });

/** Our own format: what a partner (12345, a superior, an inspection team) hands over, or says later about it. */
export const PartnerOrder = z.discriminatedUnion('type', [
  event('complaint.submitted'),
  event('complaint.supplemented'),
  event('complaint.urged'),
  event('complaint.sent-back'),
]);

/** An order in the partner's own format: config/partners says which field is which. */
export const ForeignOrder = z.record(z.string(), z.unknown());

/** `follows`: the receipt of the earlier complaint to which this belongs. */
export const PartnerReceipt = WebReceipt.extend({ follows: z.string().optional() });
