import { withoutAccused } from '../../domain/accused/recusal.ts';
import { dayOf, type Instant } from '../../domain/calendar/day.ts';
import type { CaseFact } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import { owedClocks } from '../../domain/case/clocks/owed-clocks.ts';
import type { CaseRules, Context } from '../../domain/case/context.ts';
import { decide } from '../../domain/case/decide.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { record } from '../../domain/case/record.ts';
import { nextTimerAt } from '../../domain/clocks/timers.ts';
import type { Address } from '../../domain/notices/notice.ts';
import { noticesFor } from '../../domain/notices/notices-for.ts';
import { staffTold } from '../../domain/notices/staff/staff-notices.ts';
import { route } from '../../domain/routing/route-complaint.ts';
import type { RoutingTable } from '../../domain/routing/rules.ts';

/** All by which a case goes its way: those that hold, or those that are tried. */
export interface World {
  readonly rules: CaseRules;
  /** 分办规则 of a day. */
  readonly routingOn: (day: string) => RoutingTable;
}

/** One notice of a life: by what event, when, and whom it tries first, without an address. */
export interface ToldOnce {
  readonly at: Instant;
  /** The event, or of a ladder its clock and step. */
  readonly why: string;
  /** "email county handler", or "email complainant". */
  readonly whom: string;
}

interface Moved {
  readonly clock: string;
  readonly from: Instant | undefined;
  readonly to: Instant | undefined;
}

/** 预演结果: what would have been otherwise with one case. */
export interface Rehearsed {
  readonly caseId: string;
  /** The organs that would have led, where they are two. */
  readonly elsewhere: { readonly from: string; readonly to: string } | undefined;
  readonly moved: readonly Moved[];
  /** Notices that would not have gone out, and those that would have. */
  readonly lost: readonly ToldOnce[];
  readonly gained: readonly ToldOnce[];
}

/**
 * Lives a case twice from what was done with it, under both worlds: what people did comes again at its time, deadlines
 * and ladders follow the rules of each. Undefined where nothing would have been otherwise. Pure: nothing is sent.
 */
export function rehearse(
  events: readonly CaseEvent[],
  { before, after }: { readonly before: World; readonly after: World },
  until: Instant,
): Rehearsed | undefined {
  const [was, is] = [lived(events, before, until), lived(events, after, until)];
  const found: Rehearsed = {
    caseId: events[0]!.caseId,
    elsewhere: was.first === is.first ? undefined : { from: was.first, to: is.first },
    moved: movedBetween(was.deadlines, is.deadlines),
    lost: without(was.told, is.told),
    gained: without(is.told, was.told),
  };
  const { elsewhere, moved, lost, gained } = found;
  return elsewhere || moved.length + lost.length + gained.length > 0 ? found : undefined;
}

interface Life {
  /** Whom the rules gave it to. */
  readonly first: string;
  /** By clock, the first of a name and those after it. */
  readonly deadlines: ReadonlyMap<string, Instant>;
  /** By all that tells one notice from another, addresses too. */
  readonly told: ReadonlyMap<string, ToldOnce>;
}

const SYSTEM = { kind: 'system' } as const;

/** What the rules did of themselves is not repeated: they do it again. */
const isOwn = ({ type }: CaseEvent): boolean => type === 'chased' || type === 'recomputed' || type === 'unrecognised';

function lived(events: readonly CaseEvent[], world: World, until: Instant): Life {
  const { rules } = world;
  const told = new Map<string, ToldOnce>();
  let state: Case | undefined;
  const take = (fact: CaseFact, context: Context, said?: CaseEvent['told']): void => {
    const made = record(events[0]!.caseId, state, [fact], context, () => said);
    state = made.state!;
    for (const event of made.events) for (const [key, one] of toldBy(event, state, rules)) told.set(key, one);
  };
  const chaseUntil = (end: Instant): void => {
    for (let at = next(state, rules); at !== undefined && at < end; at = next(state, rules)) {
      const context = { ...rules, now: at, actor: SYSTEM };
      const decision = decide(state, { type: 'fire-timers' }, context);
      if (decision.kind !== 'decided' || decision.facts.length === 0) return;
      for (const fact of decision.facts) take(fact, context);
    }
  };
  for (const event of events.filter((one) => !isOwn(one))) {
    chaseUntil(event.at);
    take(routed(event, world), { ...rules, now: event.at, actor: event.actor }, event.told);
  }
  chaseUntil(until);
  return { first: leadIn(routed(events[0]!, world)), deadlines: deadlinesOf(state!), told };
}

const next = (state: Case | undefined, rules: CaseRules): Instant | undefined =>
  state && nextTimerAt(owedClocks(state, rules.policies), rules);

/** A registration with the route of that world; what accuses somebody went above them, and so it stays. */
function routed(event: CaseEvent, { rules, routingOn }: World): CaseFact {
  const { prev, hash, ...fact } = event;
  if (fact.type !== 'registered' || fact.accused !== undefined || fact.partOf !== undefined) return fact as CaseFact;
  const { classification, place, channel } = fact;
  return { ...fact, route: route({ classification, place, channel }, routingOn(dayOf(event.at)), rules.organs) };
}

const leadIn = (fact: CaseFact): string => (fact.type === 'registered' ? fact.route.lead : '');

function deadlinesOf({ clocks }: Case): ReadonlyMap<string, Instant> {
  const numbered = clocks.map(({ name, dueAt }, at) => {
    const earlier = clocks.slice(0, at).filter((one) => one.name === name).length;
    return [earlier === 0 ? name : `${name} ${earlier + 1}`, dueAt] as const;
  });
  return new Map(numbered);
}

function movedBetween(were: ReadonlyMap<string, Instant>, are: ReadonlyMap<string, Instant>): readonly Moved[] {
  const clocks = [...new Set([...were.keys(), ...are.keys()])];
  return clocks
    .map((clock) => ({ clock, from: were.get(clock), to: are.get(clock) }))
    .filter(({ from, to }) => from !== to);
}

function toldBy(event: CaseEvent, state: Case, rules: CaseRules): readonly (readonly [string, ToldOnce])[] {
  const isChase = event.type === 'chased';
  const why = isChase ? `${event.clock} ${event.step}` : event.type;
  // A ladder tells nobody but staff; its letters need not be written to know whom.
  const told = isChase
    ? staffTold(event, state, withoutAccused(rules, state.accused))
    : noticesFor(event, state, rules).map(({ addresses }) => addresses);
  return told.map((addresses) => {
    const one = { at: event.at, why, whom: whomOf(addresses[0]) };
    return [JSON.stringify([one, addresses]), one] as const;
  });
}

function whomOf(address: Address | undefined): string {
  if (!address) return 'nobody';
  return 'organ' in address
    ? `${address.transport} ${address.organ} ${address.role}`
    : `${address.transport} complainant`;
}

const without = (all: Life['told'], others: Life['told']): readonly ToldOnce[] =>
  [...all].filter(([key]) => !others.has(key)).map(([, one]) => one);
