import * as z from 'zod';
import { type AnonymousComplaint, MEDIUM_LOSSES } from '../../../domain/complaint.ts';
import { listOf } from '../../../domain/stored.ts';

/** What was written, without who wrote it. */
export const Words = z.object({
  text: z.string(),
  /** Of a mail: the earlier letters below it, and its signature. */
  quoted: z.string().optional(),
  address: z.string().optional(),
  target: z.string().optional(),
  occurredAt: z.string().optional(),
  /** What was said of place and matter and could not be used, as it was written: which field, and the words. */
  sideRemarks: listOf(z.object({ field: z.string(), written: z.string() })),
  /** `kept`: it lies in the evidence bucket, or is on its way there. Neither kept nor lost: WeChat still holds it. */
  attachments: listOf(
    z.object({
      name: z.string(),
      mediaType: z.string(),
      kept: z.boolean(),
      lost: z.enum(MEDIUM_LOSSES).optional(),
      /** Where a kept one is opened, with the same token: a path of this service. */
      href: z.string().optional(),
    }),
  ),
});

export function wordsOf(complaint: AnonymousComplaint, caseId: string): z.infer<typeof Words> {
  const { receipt, text, quoted, address, target, occurredAt, sideRemarks = [], attachments } = complaint;
  const files = attachments.map(({ name, mediaType, key, lost }, index) => ({
    name,
    mediaType,
    kept: key !== undefined && lost === undefined,
    lost,
    href: key && !lost ? `/v1/cases/${caseId}/complaints/${receipt}/attachments/${index + 1}` : undefined,
  }));
  return { text, quoted, address, target, occurredAt, sideRemarks, attachments: files };
}
