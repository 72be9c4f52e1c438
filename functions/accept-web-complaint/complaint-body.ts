import * as z from 'zod';
import { fileNames } from '../../domain/attachments/file-name.ts';
import { plainMediaType } from '../../domain/attachments/media-type.ts';
import type { Attachment } from '../../domain/complaint.ts';
import { onOneLine } from '../../domain/text/cleaned.ts';
import { MAX_CHARACTERS } from '../shared/complaint-text.ts';

const REMARK = '不能使用的内容按原文保存，并在回执的notes中说明，不影响投诉';

/** Said beside the matter: described as it should be sent, taken however it is sent, and read by `besideIn`. */
const remark = (description: string, type: object = { type: ['string', 'number'] }) =>
  z
    .unknown()
    .optional()
    .meta({ ...type, description: `${description}。${REMARK}` });

/** What the sender may leave to be reached by; shared with the partners' form. */
const ContactForm = z.object({
  name: remark('姓名，最多100个字'),
  phone: remark('电话号码，全角亦可；有多个号码时优先使用手机号'),
  email: remark('电子邮箱，最多254个字符'),
});

/** What every form may say about the place, the matter and its sender; shared with the partners' form. */
export const BesideForm = z.object({
  address: remark('地址，最多500个字'),
  division: remark('六位行政区划代码'),
  location: remark('WGS-84坐标，纬度和经度都要有', {
    type: 'object',
    properties: { latitude: { type: ['number', 'string'] }, longitude: { type: ['number', 'string'] } },
  }),
  target: remark('被投诉对象，最多500个字'),
  occurredAt: remark('发生时间：日期，或“昨晚十点”一类的说法，最多100个字'),
  contact: remark('联系方式', z.toJSONSchema(ContactForm, { io: 'input' })),
});

/** A file that was uploaded before; shared with the form of supplements. */
export const AttachmentForm = z.object({
  name: z.string().overwrite(onOneLine).trim().min(1).max(255),
  mediaType: z.string().transform(plainMediaType),
  /** Where the upload lies in the evidence bucket. Nothing outside uploads/ can be claimed. */
  key: z.string().regex(/^uploads\/(?!.*\.\.)[\w./-]{1,300}$/),
});

/** The same under names that hide nothing and are no path, no two alike. */
export function namedSafely(attachments: readonly z.output<typeof AttachmentForm>[]): Attachment[] {
  const names = fileNames(attachments);
  return attachments.map((attachment, index) => ({ ...attachment, name: names[index]! }));
}

/** What the web form sends. Unknown fields are dropped. */
export const ComplaintBody = z
  .object({
    text: z.string().trim().max(MAX_CHARACTERS).default(''),
    ...BesideForm.shape,
    /** Then the contact is not kept. */
    anonymous: z.boolean().default(false),
    attachments: z.array(AttachmentForm).max(10).default([]),
  })
  .refine(({ text, attachments }) => text !== '' || attachments.length > 0, {
    path: ['text'],
    error: '请填写投诉内容，或上传至少一份附件',
  });

/** Something that was said beside the matter and could not be used: where (RFC 6901), and why, in Chinese. */
export const Notes = z.array(z.object({ pointer: z.string(), detail: z.string() })).optional();

export const WebReceipt = z.object({
  receipt: z.string(),
  queryCode: z.string(),
  receivedAt: z.iso.datetime(),
  answerBy: z.iso.datetime(),
  notes: Notes,
});
