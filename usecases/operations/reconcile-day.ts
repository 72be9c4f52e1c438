import { addDays, type Day, dayOf, type Instant, instantAt } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { evolve } from '../../domain/case/evolve.ts';
import type { Channel } from '../../domain/complaint.ts';
import { noticesFor } from '../../domain/notices/notices-for.ts';
import { isSuperseded } from '../../domain/notices/staff/chase-letters.ts';
import { reportOf } from '../../domain/notices/staff/incident.ts';
import type { KnownDelivery } from '../notices/delivery/delivery.ts';
import { type HandlingCaseDeps, hasNoCase, type Received } from './handling-case.ts';
import { inParallel } from './in-parallel.ts';
import { silentChannels, TRAFFIC_DAYS } from './silent-channels.ts';

export interface ReconcileDayDeps extends HandlingCaseDeps {
  /** Which way every complaint of the vault has come, in no order. */
  readonly all: () => AsyncIterable<Received>;
  /** The cases in which something happened from that instant on and before the other, in no order. */
  readonly happened: (from: Instant, until: Instant) => AsyncIterable<string>;
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
  /** 断流: channels that bring nothing any more (silent-channels.ts). */
  readonly silent: readonly Channel[];
}

/** So many complaints or cases are looked at together: one after the other, a day of an incident would take an hour. */
const TOGETHER = 16;

/**
 * Holds what came and happened on a day in Beijing, before that instant, against what should have become of it: every
 * complaint of the vault has its case, every event its notices. Reads only. An event that belongs to an incident is
 * passed over, for it may be told with others of its hour.
 */
export async function reconcileDay(day: Day, before: Instant, deps: ReconcileDayDeps): Promise<Reconciled> {
  const end = instantAt(addDays(day, 1), '00:00');
  const bounds = { from: instantAt(day, '00:00'), until: before < end ? before : end };
  const { receipts, traffic } = await received(day, bounds, deps);
  const { events, untold } = await happenedIn(bounds, deps);
  return {
    complaints: receipts.length,
    events,
    withoutCase: await withoutCaseAmong(receipts, deps),
    untold,
    // Who asks while the day lasts cannot know yet.
    silent: before >= end ? silentChannels(traffic, day) : [],
  };
}

interface Bounds {
  readonly from: Instant;
  readonly until: Instant;
}

const isWithin = ({ from, until }: Bounds, at: Instant): boolean => at >= from && at < until;

/** The complaints of the day, and how many came on it and in the weeks before. */
async function received(day: Day, bounds: Bounds, { all }: ReconcileDayDeps) {
  const receipts: string[] = [];
  const traffic = new Map<Channel, Map<Day, number>>();
  for await (const { receipt, channel, receivedAt } of all()) {
    if (isWithin(bounds, receivedAt)) receipts.push(receipt);
    const came = dayOf(receivedAt);
    if (came > day || came <= addDays(day, -TRAFFIC_DAYS)) continue;
    const counts = traffic.get(channel) ?? new Map<Day, number>();
    traffic.set(channel, counts.set(came, (counts.get(came) ?? 0) + 1));
  }
  return { receipts, traffic };
}

async function withoutCaseAmong(receipts: readonly string[], deps: HandlingCaseDeps): Promise<readonly string[]> {
  const without: string[] = [];
  await inParallel(TOGETHER, receipts, async (receipt) => {
    if (await hasNoCase(receipt, deps)) without.push(receipt);
  });
  return without;
}

async function happenedIn(bounds: Bounds, deps: ReconcileDayDeps) {
  const cases = new Set<string>();
  for await (const caseId of deps.happened(bounds.from, bounds.until)) cases.add(caseId);
  const untold: EventPlace[] = [];
  let events = 0;
  await inParallel(TOGETHER, [...cases], async (caseId) => {
    const all = await deps.cases.events(caseId);
    const own = all.filter(({ at }) => isWithin(bounds, at));
    events += own.length;
    untold.push(...(await untoldOf(caseId, { all, own }, deps)));
  });
  return { events, untold };
}

async function untoldOf(
  caseId: string,
  { all, own }: { readonly all: readonly CaseEvent[]; readonly own: readonly CaseEvent[] },
  deps: ReconcileDayDeps,
): Promise<EventPlace[]> {
  const { cases, rules } = deps;
  const now = await cases.load(caseId);
  if (!now) return [];
  const told = await toldOf(now, deps);
  const seqs = new Set(own.map(({ seq }) => seq));
  const untold: EventPlace[] = [];
  let state: Case | undefined;
  for (const event of all) {
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
