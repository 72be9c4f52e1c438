import { addDays, type Day, dayOf, type Instant } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { evolve } from '../../domain/case/evolve.ts';
import type { Channel } from '../../domain/complaint.ts';
import { isSuperseded } from '../../domain/notices/chase-letters.ts';
import { reportOf } from '../../domain/notices/incident.ts';
import { noticesFor } from '../../domain/notices/notices-for.ts';
import type { DayEntries } from '../audit/enter-event.ts';
import type { KnownDelivery } from '../notices/delivery.ts';
import { type HandlingCaseDeps, handlingCaseOf, type Received } from './handling-case.ts';

export interface ReconcileDayDeps extends HandlingCaseDeps {
  /** Which way every complaint of the vault has come, in no order. */
  readonly all: () => AsyncIterable<Received>;
  /** Every case that there is, in no order. */
  readonly heads: () => AsyncIterable<{ readonly caseId: string }>;
  /** What was entered of each day as its events were relayed. */
  readonly entries: Pick<DayEntries, 'of'>;
  /** What became of the notices of a case, in no order. */
  readonly noticesOf: (caseId: string) => Promise<readonly KnownDelivery[]>;
  readonly rules: CaseRules;
}

/** An event by its place. */
export type EventPlace = Pick<CaseEvent, 'caseId' | 'seq'>;

/** 对账 of one day: how much was looked at, and what is missing. */
export interface Reconciled {
  readonly complaints: number;
  readonly events: number;
  /** 有件无案: receipts. */
  readonly withoutCase: readonly string[];
  /** 有事未告: events of which somebody should have been told, and no notice is known. */
  readonly untold: readonly EventPlace[];
  /** 断流: channels that brought seven complaints or more in the week before, and none that day. */
  readonly silent: readonly Channel[];
}

const WEEK_DAYS = 7;

/**
 * Holds what came and happened on a day in Beijing, before that instant, against what should have become of it: every
 * complaint of the vault has its case, every event its notices. Reads only. An event that belongs to an incident is
 * passed over, for it may be told with others of its hour.
 */
export async function reconcileDay(day: Day, before: Instant, deps: ReconcileDayDeps): Promise<Reconciled> {
  const isOfDay = (at: Instant): boolean => dayOf(at) === day && at < before;
  const [all, week]: [Received[], Received[]] = [[], []];
  for await (const received of deps.all()) {
    if (isOfDay(received.receivedAt)) all.push(received);
    if (isBefore(day, received)) week.push(received);
  }
  const receipts = all.map(({ receipt }) => receipt);
  const handled = await Promise.all(receipts.map((receipt) => handlingCaseOf(receipt, deps)));
  const cases = new Set(handled.flatMap((state) => (state ? [state.id] : [])));
  for await (const entry of deps.entries.of(day)) if ('caseId' in entry) cases.add(entry.caseId);
  // What was not relayed is not entered of its day either.
  for await (const { caseId } of deps.heads()) cases.add(caseId);
  let events = 0;
  const untold: EventPlace[] = [];
  for (const caseId of cases) {
    const own = (await deps.cases.events(caseId)).filter(({ at }) => isOfDay(at));
    events += own.length;
    if (own.length > 0) untold.push(...(await untoldOf(caseId, own, deps)));
  }
  const withoutCase = receipts.filter((_, at) => !handled[at]);
  // Who asks while the day lasts cannot know yet.
  const silent = dayOf(before) > day ? silentIn(week, all) : [];
  return { complaints: receipts.length, events, withoutCase, untold, silent };
}

function isBefore(day: Day, { receivedAt }: Received): boolean {
  const came = dayOf(receivedAt);
  return came < day && came >= addDays(day, -WEEK_DAYS);
}

function silentIn(week: readonly Received[], that: readonly Received[]): readonly Channel[] {
  const heard = new Set(that.map(({ channel }) => channel));
  const channels = [...Map.groupBy(week, ({ channel }) => channel)];
  return channels.flatMap(([channel, some]) => (some.length >= WEEK_DAYS && !heard.has(channel) ? [channel] : []));
}

async function untoldOf(caseId: string, some: readonly CaseEvent[], deps: ReconcileDayDeps): Promise<EventPlace[]> {
  const { cases, rules } = deps;
  const now = await cases.load(caseId);
  if (!now) return [];
  const told = await toldOf(now, deps);
  const seqs = new Set(some.map(({ seq }) => seq));
  const untold: EventPlace[] = [];
  let state: Case | undefined;
  for (const event of await cases.events(caseId)) {
    state = evolve(state, event, rules.policies);
    if (!state || !seqs.has(event.seq) || told(event)) continue;
    if (isToBeTold(event, state, now, rules)) untold.push({ caseId, seq: event.seq });
  }
  return untold;
}

/** Whom it reaches may have changed since; that it reaches somebody is what counts. */
function isToBeTold(event: CaseEvent, then: Case, now: Case, rules: CaseRules): boolean {
  if (event.type === 'unrecognised' || isSuperseded(event, now) || reportOf(event)) return false;
  return noticesFor(event, then, rules, now).length > 0;
}

/**
 * Whether an event of the case is told by one notice at least. What is told to whom was joined, or of a part to whoever
 * sent the whole, is a notice of their receipt, which has events of those numbers too: theirs are of other moments.
 */
async function toldOf(
  { id, absorbed = [], partOf }: Case,
  deps: ReconcileDayDeps,
): Promise<(event: CaseEvent) => boolean> {
  const receipts = [id, ...absorbed.map(({ receipt }) => receipt), ...(partOf ? [partOf.whole] : [])];
  const known = (await Promise.all(receipts.map((receipt) => deps.noticesOf(receipt)))).flat();
  const told = new Set(known.map(({ notice }) => eventIn(notice, notice.id.startsWith(`${id}#`))));
  return ({ seq, at }) => told.has(`${seq}`) || told.has(`${seq} ${at}`);
}

/** The number of the event that a notice tells of, which ends the second piece of its id; of another case with its moment. */
const eventIn = ({ id, at }: KnownDelivery['notice'], isOwn: boolean): string =>
  [/\d+$/.exec(id.split('#')[1] ?? '')?.[0], ...(isOwn ? [] : [at])].join(' ');
