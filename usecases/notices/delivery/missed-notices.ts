import { type Instant, instantAt } from '../../../domain/calendar/day.ts';
import type { Case } from '../../../domain/case/case.ts';
import { isHiddenFrom } from '../../../domain/case/rights/authority.ts';
import { type Ended, organOf } from '../../../domain/notices/lists/missed-notices.ts';
import { headOf } from '../../../domain/notices/lists/summary-letter.ts';
import type { SummaryTerm } from '../../../domain/notices/lists/summary-terms.ts';
import { type Organ, organNamed, provinceTop, type Roster } from '../../../domain/organs.ts';
import type { CaseReader } from '../../cases/command-case.ts';
import type { KnownDelivery } from './delivery.ts';

export interface MissedNotices {
  /** What came to its end between these moments and reached nobody, all of it: after an outage that is much. */
  missedBetween(from: Instant, until: Instant): Promise<readonly KnownDelivery[]>;
}

/** What tells of it is not told of again. */
const OWN = 'SUMMARY-undelivered-';

/** So many cases are read at once. */
const AT_ONCE = 25;

/**
 * By the organ whose head is to see to it, what did not arrive in that term: to their own people, or to whoever complained of
 * a case that they lead. Where an organ has no head, or stands accused in the case, it is the next one above.
 */
export async function missedByKeeper(
  { from, until }: SummaryTerm,
  missed: MissedNotices,
  { cases, rules }: { readonly cases: Pick<CaseReader, 'load'>; readonly rules: Roster },
): Promise<ReadonlyMap<string, readonly Ended[]>> {
  const all = await missed.missedBetween(instantAt(from, '00:00'), instantAt(until, '00:00'));
  const others = all.filter(({ notice }) => !notice.caseId.startsWith(OWN));
  const kept: { readonly ended: Ended; readonly keeper: string }[] = [];
  for (let at = 0; at < others.length; at += AT_ONCE)
    kept.push(
      ...(await Promise.all(
        others.slice(at, at + AT_ONCE).map(async ({ notice: { id, caseId }, delivery: { state, attempts } }) => {
          const ended = { id, caseId, state, attempts };
          return { ended, keeper: keeperOf(ended, await cases.load(caseId), rules) };
        }),
      )),
    );
  const groups = Map.groupBy(kept, ({ keeper }) => keeper);
  return new Map([...groups].map(([keeper, some]) => [keeper, some.map(({ ended }) => ended)]));
}

function keeperOf(ended: Ended, state: Case | undefined, rules: Roster): string {
  const top = provinceTop(rules);
  const line: Organ[] = [];
  const first = organOf(ended) ?? state?.lead ?? top;
  for (let id: string | undefined = first; id !== undefined; id = line.at(-1)!.superior)
    line.push(organNamed(id, rules));
  const mayKnow = ({ id, contacts }: Organ) =>
    headOf(contacts) !== undefined && !(state && isHiddenFrom(id, state, rules));
  return line.find(mayKnow)?.id ?? top;
}
