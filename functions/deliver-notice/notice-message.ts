import * as z from 'zod';
import { AddressSchema, type Notice, WAITS } from '../../domain/notices/notice.ts';

/** A notice as it lies in the queue. */
export const NoticeMessage: z.ZodType<Notice> = z.object({
  id: z.string(),
  caseId: z.string(),
  at: z.iso.datetime(),
  addresses: z.array(AddressSchema),
  subject: z.string(),
  text: z.string(),
  sms: z.discriminatedUnion('use', [
    z.object({
      use: z.literal('staff'),
      values: z.record(z.enum(['kind', 'receipt', 'place', 'matter', 'duty', 'due', 'next']), z.string()),
    }),
    z.object({ use: z.literal('complainant'), values: z.record(z.enum(['receipt', 'status']), z.string()) }),
  ]),
  order: z.object({ receipt: z.string(), number: z.string() }).optional(),
  template: z.object({ id: z.string(), version: z.string() }).optional(),
  kind: z.literal('acknowledgement').optional(),
  wait: z.enum(WAITS).optional(),
  dueAt: z.iso.datetime().optional(),
  about: z.array(z.string()).optional(),
  together: z.string().optional(),
});
