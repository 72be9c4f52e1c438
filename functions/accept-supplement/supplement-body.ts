import * as z from 'zod';
import { AttachmentForm } from '../accept-web-complaint/complaint-body.ts';
import { MAX_CHARACTERS } from '../shared/complaint-text.ts';

/** What a complainant adds to their complaint. Unknown fields are dropped. */
export const SupplementBody = z
  .object({
    text: z.string().trim().max(MAX_CHARACTERS).default(''),
    attachments: z.array(AttachmentForm).max(10).default([]),
  })
  .refine(({ text, attachments }) => text !== '' || attachments.length > 0, {
    path: ['text'],
    error: '请填写补充内容，或上传至少一份附件',
  });

export const SupplementReceipt = z.object({
  /** Of the complaint; the same query code goes on opening it. */
  receipt: z.string(),
  /** Of what was added. */
  supplement: z.string(),
  receivedAt: z.iso.datetime(),
});
