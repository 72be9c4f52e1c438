import * as z from 'zod';
import { type Notice, TRANSPORTS, WAITS } from '../../domain/notices/notice.ts';
import { CONTACT_ROLES } from '../../domain/organs.ts';

const transport = z.enum(TRANSPORTS);

/** A notice as it lies in the queue. */
export const NoticeMessage: z.ZodType<Notice> = z.object({
  id: z.string(),
  caseId: z.string(),
  at: z.iso.datetime(),
  addresses: z.array(
    z.union([
      z.object({ transport, organ: z.string(), role: z.enum([...CONTACT_ROLES, 'auditor']), to: z.string() }),
      z.object({ transport, complaint: z.string() }),
    ]),
  ),
  subject: z.string(),
  text: z.string(),
  sms: z.discriminatedUnion('use', [
    z.object({
      use: z.literal('staff'),
      values: z.record(z.enum(['kind', 'receipt', 'place', 'matter', 'duty', 'due', 'next']), z.string()),
    }),
    z.object({ use: z.literal('complainant'), values: z.record(z.enum(['receipt', 'status']), z.string()) }),
  ]),
  template: z.object({ id: z.string(), version: z.string() }).optional(),
  kind: z.literal('acknowledgement').optional(),
  wait: z.enum(WAITS).optional(),
  together: z.string().optional(),
});
