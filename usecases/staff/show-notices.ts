import type { Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import type { Attempt } from '../../domain/notices/delivery/attempt.ts';
import { deliveryText } from '../../domain/notices/delivery/delivery-text.ts';
import type { HandOver } from '../../domain/notices/delivery/hand-over.ts';
import type { KnownDelivery } from '../notices/delivery/delivery.ts';
import { type Shown, type VisibleCaseDeps, visibleCase } from './visible-case.ts';

export interface ShowNoticesDeps extends VisibleCaseDeps {
  /** What became of the notices of a case. */
  readonly noticesOf: (caseId: string) => Promise<readonly KnownDelivery[]>;
  /** What was handed over of the notices that are named after it, word for word. */
  readonly handOversOf: (caseId: string) => Promise<readonly HandOver[]>;
}

/** One attempt, with the words that were handed over; none where nothing was, or before they were kept. */
export interface AttemptFile {
  readonly attempt: Attempt;
  readonly handOver?: HandOver | undefined;
}

/** 通知: to whom, when, by what, in which words, and what became of it. */
export interface NoticeFile {
  readonly id: string;
  readonly at: Instant;
  readonly subject: string;
  readonly standing: string;
  readonly attempts: readonly AttemptFile[];
}

/** Every notice of a case, the latest first, for whoever may see the case. No address of anybody. */
export async function showNotices(
  caseId: string,
  staff: Staff,
  now: Instant,
  deps: ShowNoticesDeps,
): Promise<Shown<readonly NoticeFile[]>> {
  const found = await visibleCase(caseId, staff, deps);
  if (found.kind !== 'shown') return found;
  const [known, handOvers] = await Promise.all([deps.noticesOf(caseId), deps.handOversOf(caseId)]);
  const byNotice = Map.groupBy(handOvers, ({ noticeId }) => noticeId);
  const files = known.map(({ notice: { id, at, subject }, delivery }): NoticeFile => {
    const kept = byNotice.get(id) ?? [];
    const attempts = delivery.attempts.map((attempt, place) => ({
      attempt,
      handOver: kept.find(({ number }) => number === place),
    }));
    return { id, at, subject, standing: deliveryText(delivery, now), attempts };
  });
  const value = files.toSorted((one, other) => other.at.localeCompare(one.at) || other.id.localeCompare(one.id));
  return { kind: 'shown', value };
}
