import * as z from 'zod';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Feedback } from '../../usecases/notices/receipts/bounce-from-ses.ts';

const named = z.object({ emailAddress: z.string(), status: z.string().optional() });
const timestamp = z.iso.datetime().optional();
const feedbackId = z.string().optional();

/**
 * What SES says of one mail, for an identity (`notificationType`) or a configuration set (`eventType`). Fields come
 * without notice.
 */
const SesReport = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: z.array(named), feedbackId, timestamp }).optional(),
  complaint: z
    .object({
      complainedRecipients: z.array(named),
      complaintSubType: z.string().nullish(),
      ...{ feedbackId, timestamp },
    })
    .optional(),
  delivery: z.object({ recipients: z.array(z.string()), timestamp }).optional(),
  deliveryDelay: z.object({ delayedRecipients: z.array(named), timestamp }).optional(),
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
 * Every recipient of whom a message of the queue speaks, be it as SNS wraps it or without the wrapping. None in what
 * says nothing of what became of a mail. `now` stands where SES tells no time.
 */
export function feedbackIn(body: string, now: Instant): readonly Feedback[] {
  if (GREETING.test(body)) return [];
  const parsed: unknown = JSON.parse(body);
  const { data: envelope } = SnsEnvelope.safeParse(parsed);
  return envelope ? feedbackIn(envelope.Message, now) : feedbackOf(SesReport.parse(parsed), now);
}

/** What we write into the header; anything else names no notice, and may be anything. */
const NOTICE_ID = /^[A-Z]{2,9}-[0-9A-Z-]{1,40}(#[\w-]{1,80}){0,8}$/;

function feedbackOf(report: SesReport, now: Instant): readonly Feedback[] {
  const header = report.mail?.headers.find(({ name }) => name.toLowerCase() === 'x-huiyin-notice')?.value;
  const noticeId = header !== undefined && NOTICE_ID.test(header) ? header : undefined;
  const told = TOLD[report.eventType ?? report.notificationType ?? '']?.(report, now) ?? [];
  return told.map((one) => ({ ...one, noticeId }));
}

type Told = (report: SesReport, now: Instant) => readonly Omit<Feedback, 'noticeId'>[];

const TOLD: Readonly<Record<string, Told>> = {
  Bounce: ({ bounce, mail }, now) => {
    const id = bounce?.feedbackId ?? mail?.messageId ?? '';
    const kind = bounce?.bounceType === 'Permanent' ? 'permanent' : 'transient';
    return (bounce?.bouncedRecipients ?? []).map(({ emailAddress, status }) => ({
      address: emailAddress,
      refusal: { id, kind },
      receipt: { kind: 'returned', at: timeOf(bounce, now), ...(status !== undefined && codeIn(status)) },
    }));
  },
  Complaint: ({ complaint, mail }, now) => {
    const id = complaint?.feedbackId ?? mail?.messageId ?? '';
    // Who complained before is not written to by SES, whatever we ask of it. Whoever complains now has read it.
    const kind = complaint?.complaintSubType === 'OnAccountSuppressionList' ? 'returned' : 'delivered';
    return (complaint?.complainedRecipients ?? []).map(({ emailAddress }) => ({
      address: emailAddress,
      refusal: { id, kind: 'complaint' },
      receipt: { kind, at: timeOf(complaint, now) },
    }));
  },
  Delivery: ({ delivery }, now) =>
    (delivery?.recipients ?? []).map((address) => ({
      address,
      receipt: { kind: 'delivered', at: timeOf(delivery, now) },
    })),
  DeliveryDelay: ({ deliveryDelay }, now) =>
    (deliveryDelay?.delayedRecipients ?? []).map(({ emailAddress: address }) => ({
      address,
      receipt: { kind: 'late', at: timeOf(deliveryDelay, now) },
    })),
};

const timeOf = (told: { readonly timestamp?: string | undefined } | undefined, now: Instant): Instant =>
  told?.timestamp === undefined ? now : new Date(told.timestamp).toISOString();

/** RFC 3463. Whatever else a mail host says may hold an address. */
const codeIn = (status: string) => (/^5\.\d{1,3}\.\d{1,3}$/.test(status) ? { reason: status } : {});
