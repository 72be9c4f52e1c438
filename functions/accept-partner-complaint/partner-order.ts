import * as z from 'zod';
import { ContactForm, MatterForm } from '../accept-web-complaint/web-form.ts';
import { WebhookSecrets } from '../shared/webhook.ts';
import { MAX_CHARACTERS } from '../shared/words.ts';

/** The secret entry: partner name → live secrets. */
export const PartnerSecrets = z.record(z.string(), WebhookSecrets);

/** Only what tells whether the rest is for us. */
export const Envelope = z.object({ type: z.string().max(100) });

/** What a partner (12345, a superior, an inspection team) hands over. Unknown fields are dropped. */
export const PartnerOrder = z.object({
  type: z.literal('complaint.submitted'),
  timestamp: z.iso.datetime({ offset: true, error: '应为ISO 8601时间' }),
  data: z.object({
    /** The partner's own number of the matter; the same number again is the same complaint. */
    externalId: z.string().trim().min(1).max(128),
    text: z.string().trim().min(1).max(MAX_CHARACTERS),
    ...MatterForm.shape,
    contact: ContactForm.optional(),
    /** 督察交办: batch and number of the item, which start the inspection clocks. */
    inspection: z
      .object({ batch: z.string().trim().min(1).max(64), item: z.string().trim().min(1).max(64) })
      .optional(),
  }),
});
