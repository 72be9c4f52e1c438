import type { Instant } from '../../../domain/calendar/day.ts';
import { mayBeAnswered } from '../../../domain/notices/complainants/acknowledgement.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import type { RateLimit, RateLimits } from '../../../domain/rate-limit.ts';
import type { Send, Sending, SendResult } from '../delivery/delivery.ts';
import type { SentLetters } from './sent-letters.ts';
import type { Suppressions } from './suppressions.ts';

/** How many acknowledgements go out in an hour at most. */
export interface AcknowledgementCaps {
  readonly perSenderHour: number;
  readonly perHour: number;
}

export interface SendMailDeps {
  /** Mail as it is: by SES or a mail server. */
  readonly send: Send;
  readonly suppressions: Pick<Suppressions, 'reasonFor'>;
  readonly limits: RateLimits;
  readonly caps: AcknowledgementCaps;
  /** Addresses of the province: mail to their domains is never an answer. */
  readonly ownAddresses: readonly string[];
  readonly sentLetters: Pick<SentLetters, 'remember'>;
  readonly threads: { remember(messageId: string, receipt: string, now: Instant): Promise<void> };
  /** Is told of an acknowledgement that was not sent, for whichever reason. */
  readonly onWithheld: (reason: string) => void;
  /**
   * Is told when a mail that went out could not be remembered: a reply to it is known by its address all the same, a
   * report is not.
   */
  readonly onForgotten: (error: unknown) => void;
}

const HOUR_SECONDS = 3600;

/**
 * Mail to where mail is welcome: not to a suppressed address (`refused`), and no acknowledgement to a program, to
 * ourselves, or beyond the caps (`no-address`, for nobody is at fault; `later`, where all together were too many). What
 * went out is remembered, so that a report on it is believed and a reply finds its complaint.
 */
export const considerateMail =
  (deps: SendMailDeps): Send =>
  async (notice, to, sending) => {
    const hindrance = await hindranceTo(notice, to, sending, deps).catch(busyBecause);
    if (hindrance) return hindrance;
    const result = await deps.send(notice, to, sending);
    if (result.kind === 'sent') await remember(result.reference, notice, to, sending, deps).catch(deps.onForgotten);
    return result;
  };

async function remember(
  messageId: string,
  { id: noticeId }: Notice,
  to: string,
  { answers, now }: Sending,
  { sentLetters, threads }: SendMailDeps,
): Promise<void> {
  await Promise.all([
    sentLetters.remember(messageId, { noticeId, to }, now),
    answers && threads.remember(messageId, answers.receipt, now),
  ]);
}

async function hindranceTo(
  notice: Notice,
  to: string,
  { earlier, now }: Sending,
  deps: SendMailDeps,
): Promise<SendResult | undefined> {
  if (await deps.suppressions.reasonFor(to, now)) return { kind: 'refused', reason: 'suppressed' };
  if (notice.kind !== 'acknowledgement') return undefined;
  // What was tried before has been counted already, unless there were too many.
  if (earlier && earlier.reason !== TOO_MANY) return undefined;
  const reason = await reasonToWithhold(to, now, deps);
  if (reason === undefined) return undefined;
  deps.onWithheld(reason);
  // The sender is not to blame for what others wrote: theirs goes out in another hour.
  return { kind: reason === TOO_MANY ? 'later' : 'no-address', reason };
}

const TOO_MANY = 'too-many';

async function reasonToWithhold(to: string, now: Instant, deps: SendMailDeps): Promise<string | undefined> {
  const { limits, caps, ownAddresses } = deps;
  if (!mayBeAnswered(to, ownAddresses)) return 'not-answerable';
  const take = async (key: string, limit: number) => {
    const rule: RateLimit = { limit, windowSeconds: HOUR_SECONDS };
    return (await limits.take(`acknowledgements:${key}`, rule, now)).allowed;
  };
  if (!(await take(`to ${to.toLowerCase()}`, caps.perSenderHour))) return 'too-many-to-sender';
  return (await take('all', caps.perHour)) ? undefined : TOO_MANY;
}

const busyBecause = (error: unknown): SendResult => ({
  kind: 'busy',
  reason: error instanceof Error ? error.name : 'unknown',
});
