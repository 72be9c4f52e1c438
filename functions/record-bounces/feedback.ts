import * as z from 'zod';
import type { Feedback } from '../../usecases/notices/bounce-from-ses.ts';

const recipients = z.array(z.object({ emailAddress: z.string() }));
const feedbackId = z.string().optional();

/**
 * What SES says of one mail, for an identity (`notificationType`) or a configuration set (`eventType`). Fields come
 * without notice.
 */
const SesReport = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients, feedbackId }).optional(),
  complaint: z
    .object({ complainedRecipients: recipients, complaintSubType: z.string().nullish(), feedbackId })
    .optional(),
  mail: z
    .object({ messageId: z.string(), headers: z.array(z.object({ name: z.string(), value: z.string() })).default([]) })
    .optional(),
});
type SesReport = z.infer<typeof SesReport>;

const SnsEnvelope = z.object({ Type: z.literal('Notification'), Message: z.string() });

/**
 * What accept-email makes of a report that came by mail: the address is suppressed already, and told by its SHA-256
 * only.
 */
const ReturnedNotice = z.object({ noticeId: z.string(), returnedFrom: z.string(), isSuppressed: z.boolean() });
export type ReturnedNotice = z.infer<typeof ReturnedNotice>;

/** Undefined where the message is none of these. */
export const returnedNoticeIn = (body: string): ReturnedNotice | undefined =>
  GREETING.test(body) ? undefined : ReturnedNotice.safeParse(JSON.parse(body)).data;

/** What SES and SNS say once, when they are connected. */
const GREETING = /^Successfully validated SNS topic/;

/**
 * Every recipient of whom a message of the queue speaks, be it as SNS wraps it or without the wrapping. None in what is
 * no bounce and no complaint.
 */
export function feedbackIn(body: string): readonly Feedback[] {
  if (GREETING.test(body)) return [];
  const parsed: unknown = JSON.parse(body);
  const { data: envelope } = SnsEnvelope.safeParse(parsed);
  return envelope ? feedbackIn(envelope.Message) : feedbackOf(SesReport.parse(parsed));
}

/** What we write into the header; anything else names no notice, and may be anything. */
const NOTICE_ID = /^[A-Z]{2}(-[0-9A-Z]{4}){3}#[a-z0-9#-]+$/;

function feedbackOf({ bounce, complaint, mail, ...type }: SesReport): readonly Feedback[] {
  const kind = type.eventType ?? type.notificationType;
  const header = mail?.headers.find(({ name }) => name.toLowerCase() === 'x-huiyin-notice')?.value;
  const noticeId = header !== undefined && NOTICE_ID.test(header) ? header : undefined;
  const idOf = (feedbackId: string | undefined) => feedbackId ?? mail?.messageId ?? '';
  if (kind === 'Bounce' && bounce) {
    const isPermanent = bounce.bounceType === 'Permanent';
    return bounce.bouncedRecipients.map(({ emailAddress }) => ({
      id: idOf(bounce.feedbackId),
      address: emailAddress,
      noticeId,
      kind: isPermanent ? 'permanent' : 'transient',
      isUndelivered: true,
    }));
  }
  if (kind !== 'Complaint' || !complaint) return [];
  return complaint.complainedRecipients.map(({ emailAddress }) => ({
    id: idOf(complaint.feedbackId),
    address: emailAddress,
    noticeId,
    kind: 'complaint',
    // Who complained before is not written to by SES, whatever we ask of it.
    isUndelivered: complaint.complaintSubType === 'OnAccountSuppressionList',
  }));
}
