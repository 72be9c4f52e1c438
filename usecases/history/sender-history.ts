import { addMonths, dayOf, type Instant, instantAt } from '../../domain/calendar/day.ts';
import { ratingOf } from '../../domain/case/answer/satisfaction.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { isHiddenFrom } from '../../domain/case/rights/authority.ts';
import { hasPower } from '../../domain/case/rights/rights.ts';
import type { SenderHistory } from '../../domain/history/senders.ts';
import { organNamed, type Roster } from '../../domain/organs.ts';
import type { CaseReader } from '../cases/command-case.ts';
import type { SenderLinks } from './link-senders.ts';

export interface SenderHistoryDeps {
  readonly history: Pick<SenderLinks, 'sameSender'>;
  readonly cases: Pick<CaseReader, 'load'>;
  readonly context: Roster;
}

/** More than anybody has; the count stops there. */
const MOST = 50;

/**
 * For whoever handles the case, and nobody else: numbers only, so nobody learns who it is or what the others are. Cases
 * that accuse whoever looks are not counted. Undefined where there is none but this.
 */
export async function senderHistoryOf(
  state: Case,
  staff: Staff,
  now: Instant,
  { history, cases, context }: SenderHistoryDeps,
): Promise<SenderHistory | undefined> {
  if (staff.organ !== organNamed(state.lead, context).id || !hasPower('handle', staff.role, ['own'])) return undefined;
  const since = instantAt(addMonths(dayOf(now), -12), '00:00');
  const receipts = (await history.sameSender(state.id, since)).slice(0, MOST);
  const loaded = await Promise.all(receipts.map((receipt) => cases.load(receipt)));
  const theirs = loaded.flatMap((one) => (one && !isHiddenFrom(staff.organ, one, context) ? one : []));
  if (theirs.length < 2) return undefined;
  const isDissatisfied = (one: Case) => ratingOf(one, one.id) === 'dissatisfied';
  return { cases: theirs.length, dissatisfied: theirs.filter(isDissatisfied).length };
}
