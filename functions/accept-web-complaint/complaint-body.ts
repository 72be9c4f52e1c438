import * as z from 'zod';
import { MAX_CHARACTERS } from '../shared/words.ts';

const words = (most: number) => z.string().trim().max(most).optional();

/** What the sender may leave to be reached by; shared with the partners' form. */
export const ContactForm = z.object({
  name: words(100),
  /** Full-width digits, as Chinese keyboards give them, become ordinary ones. */
  phone: z
    .string()
    .trim()
    .normalize('NFKC')
    .regex(/^[+\d(][-+\d ()转]{4,39}$/, '电话号码格式不正确')
    // What is described is what may be sent: before the blanks around it go and the digits become ordinary.
    .meta({ pattern: '\\S', description: '数字、加号、括号、短横、空格和“转”，全角亦可' })
    .optional(),
  email: z.email('电子邮箱格式不正确').max(254).optional(),
});

/** What every form may say about the place and the matter; shared with the partners' form. */
export const MatterForm = z.object({
  address: words(500),
  /** 行政区划代码. */
  division: z
    .string()
    .regex(/^\d{6}$/, '行政区划代码应为六位数字')
    .optional(),
  /** WGS-84 degrees. */
  location: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
  /** 被投诉对象. */
  target: words(500),
  /** As the sender puts it: a date, or words such as 昨晚十点. */
  occurredAt: words(100),
});

/** A file that was uploaded before; shared with the form of supplements. */
export const AttachmentForm = z.object({
  name: z.string().trim().min(1).max(255),
  mediaType: z.string().regex(/^[\w.+-]{1,60}\/[\w.+-]{1,100}$/),
  /** Where the upload lies in the evidence bucket. Nothing outside uploads/ can be claimed. */
  key: z.string().regex(/^uploads\/(?!.*\.\.)[\w./-]{1,300}$/),
});

/** What the web form sends. Unknown fields are dropped. */
export const ComplaintBody = z
  .object({
    text: z.string().trim().max(MAX_CHARACTERS).default(''),
    ...MatterForm.shape,
    contact: ContactForm.optional(),
    /** Then the contact is not kept. */
    anonymous: z.boolean().default(false),
    attachments: z.array(AttachmentForm).max(10).default([]),
  })
  .refine(({ text, attachments }) => text !== '' || attachments.length > 0, {
    path: ['text'],
    error: '请填写投诉内容，或上传至少一份附件',
  });

export const WebReceipt = z.object({
  receipt: z.string(),
  queryCode: z.string(),
  receivedAt: z.iso.datetime(),
  answerBy: z.iso.datetime(),
});
