import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../adapters/digest.ts';
import { attributesOf, caseOf } from '../../../adapters/dynamodb/cases/case-items.ts';
import { verifyChain } from '../../../domain/audit/verify-chain.ts';
import { powerOf } from '../../../domain/case/act.ts';
import { STAFF_ACTS, type StaffCommand, staffActOf } from '../../../domain/case/acts.ts';
import { type Case, runningClocks } from '../../../domain/case/case.ts';
import type { CaseEvent } from '../../../domain/case/events.ts';
import { evolve } from '../../../domain/case/evolve.ts';
import { isEmergency } from '../../../domain/case/handling/incident.ts';
import { GIVERS } from '../../../domain/case/rights/authority.ts';
import { relationsOf } from '../../../domain/case/rights/relations.ts';
import { hasPower } from '../../../domain/case/rights/rights.ts';
import type { Trigger } from '../../../domain/clocks/clock-rule.ts';
import { ruleOf } from '../../../domain/clocks/policy.ts';
import { inIdsOfToday } from '../../../domain/ids-of-today.ts';
import { type Life, lived, lives } from '../../support/any-acts.ts';
import { contextAt, organs, policies } from '../../support/rules.ts';

/** What one item may hold. */
const AN_ITEM = 400 * 1024;

/** One event, with the case as it was before it and as it is after it. */
interface Change {
  readonly before: Case;
  readonly event: CaseEvent;
  readonly after: Case;
}

/** Built anew from nothing but its events. */
function replayed(events: readonly CaseEvent[]) {
  let state: Case | undefined;
  const changes = events.flatMap((event): Change[] => {
    const before = state;
    state = evolve(before, event, policies);
    return before ? [{ before, event, after: state }] : [];
  });
  return { anew: state!, changes };
}

const inItem = (state: Case): Case => caseOf(JSON.parse(JSON.stringify(attributesOf(state))));
const names = (triggers: readonly Trigger[], { type }: CaseEvent): boolean =>
  triggers.some((one) => (typeof one === 'string' ? one : one.on) === type);

/** The facts by which a deadline is moved; whatever else happens leaves it where it is. */
const MOVES: readonly string[] = ['extended', 'recomputed', 'penalty-resumed', 'supervision-extended'];

/** How a running clock was lost, in words; undefined where it goes on, or ended by an end of its own. */
function lostClock({ before, event, after }: Change): string | undefined {
  for (const clock of runningClocks(before)) {
    const rule = ruleOf(clock, policies)!;
    const [now, ...more] = after.clocks.filter(({ name }) => name === clock.name);
    const said = `${clock.name} on ${event.type}`;
    if (!now || more.length > 0) return `${said}: ${more.length} more`;
    const isAnew = event.started.some(({ name }) => name === clock.name);
    if (isAnew && !names(rule.restartsOn ?? [], event)) return `${said}: began anew`;
    if (now.stoppedAt !== undefined && !names(rule.stopsOn, event)) return `${said}: stopped`;
    if (!isAnew && now.dueAt !== clock.dueAt && !MOVES.includes(event.type)) return `${said}: moved`;
  }
  return undefined;
}

const TYPE_OF = new Map(
  Object.entries(STAFF_ACTS).map(([type, { fact }]) => [fact.type, type as StaffCommand['type']]),
);

/** Whether whoever did it had the right, by what their organ was to the case and by their role. */
function wasAllowed({ before, event: { type, actor, at } }: Change): boolean {
  const act = TYPE_OF.get(type);
  if (!act) return actor.kind === 'system';
  if (actor.kind !== 'staff') return false;
  const { by, ...one } = staffActOf(act);
  const relations = relationsOf(before, actor.organ, contextAt(at)).filter((own) => GIVERS[by(before)].includes(own));
  return hasPower(powerOf(one, before), actor.role, relations, isEmergency(before));
}

/** What was extended once more than its rule lets be; all clocks whose rule says no number share the one of a case. */
function extendedTooOften(changes: readonly Change[]): readonly string[] {
  const counts = new Map<string, number>();
  return changes.flatMap(({ before, event }) => {
    for (const { name } of event.started) counts.delete(name);
    if (event.type !== 'extended') return [];
    const { extension } = ruleOf(runningClocks(before).find(({ name }) => name === event.clock)!, policies)!;
    const counted = extension!.times === undefined ? 'any' : event.clock;
    counts.set(counted, (counts.get(counted) ?? 0) + 1);
    return counts.get(counted)! > (extension!.times ?? 1) ? [event.clock] : [];
  });
}

/** Closings and openings after an answer, in order. */
const closings = (changes: readonly Change[]): string =>
  changes
    .map(({ event: { type } }) => type)
    .filter((type) => ['closed', 'reopened', 'review-decided'].includes(type))
    .join(' ');

/** The facts that end a case, and by the way whatever runs in it. */
const ENDINGS: readonly string[] = ['declined', 'transferred', 'joined', 'closed'];

/**
 * Clocks that the level above is owed, and that no act of anybody can end by itself where the case now stands; what is
 * only registered is taken up first.
 */
function beyondReach({ after }: Change): readonly string[] {
  return runningClocks(after).flatMap((clock) => {
    const { owedTo, stopsOn } = ruleOf(clock, policies)!;
    const own = stopsOn.map((one) => TYPE_OF.get(typeof one === 'string' ? one : one.on)!);
    const acts = own.filter((act) => act && !ENDINGS.includes(STAFF_ACTS[act].fact.type));
    const isStuck = acts.length > 0 && !acts.some((act) => staffActOf(act).from.includes(after.status));
    return owedTo === 'superior' && isStuck && after.status !== 'registered'
      ? [`${clock.name} of what is ${after.status}`]
      : [];
  });
}

type Lived = Awaited<ReturnType<typeof lived>> & ReturnType<typeof replayed>;

const known = new Map<string, Promise<Lived>>();
/** Each life is lived once, whatever is asked of it. */
function livedOnce(life: Life): Promise<Lived> {
  const key = JSON.stringify(life);
  const whole = known.get(key) ?? lived(life).then((one) => ({ ...one, ...replayed(one.events) }));
  known.set(key, whole);
  return whole;
}

const seed = Date.now() % 2 ** 31;
const holds = (promise: (life: Lived) => void) =>
  fc.assert(
    fc.asyncProperty(lives, async (life) => void promise(await livedOnce(life))),
    { numRuns: 100, seed, interruptAfterTimeLimit: 40_000 },
  );

/** All organs have other ids than when the case was lived. */
const today = inIdsOfToday({
  organs: new Map(
    [...organs.values()].map((one) => [`${one.id}-now`, { ...one, id: `${one.id}-now`, formerIds: [one.id] }]),
  ),
});
const FORMER = new RegExp(`"(${[...organs.keys()].join('|')})"`);

const STAFF_FACTS = [...TYPE_OF.keys()];

describe('whatever anybody does with a case, in any order', { timeout: 60_000 }, () => {
  it('rises by one version with each event', () =>
    holds(({ events, state }) => {
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, n) => n + 1));
      expect(state.version).toBe(events.length);
    }));

  it('is the same case when it is built anew from nothing but its events', () =>
    holds(({ state, anew }) => expect(inItem(anew)).toEqual(state)));

  it('knows every organ by the id of today after all were renamed, and is the same built anew from that', () =>
    holds(({ state, events }) => {
      const [now, said] = today([state, events] as const);
      expect(JSON.stringify([now, said])).not.toMatch(FORMER);
      expect(inItem(replayed(said).anew)).toEqual(now);
    }));

  it('has a record whose chain holds', () =>
    holds(({ state, stored }) => {
      const heads = [state.head!];
      expect(verifyChain(state.id, stored, heads, sha256)).toMatchObject({ hashes: { length: stored.length } });
    }));

  it('is never closed twice without having been opened between', () =>
    holds(({ changes }) => expect(closings(changes)).not.toContain('closed closed')));

  it('loses no clock that runs, nor moves its deadline by the way', () =>
    holds(({ changes }) => expect(changes.flatMap((one) => lostClock(one) ?? [])).toEqual([])));

  it('is owed nothing by the level above that nobody can do where it stands', () =>
    holds(({ changes }) => expect(changes.flatMap(beyondReach)).toEqual([])));

  it('is extended no more often than the rule of its clock says', () =>
    holds(({ changes }) => expect(extendedTooOften(changes)).toEqual([])));

  it('is changed by nobody who has not the power', () =>
    holds(({ changes }) => expect(changes.filter((one) => !wasAllowed(one)).map(({ event }) => event)).toEqual([])));

  it('fits into one item, and so does each of its events', () =>
    holds(({ state, stored }) => {
      const sizes = [attributesOf(state), ...stored].map((item) => Buffer.byteLength(JSON.stringify(item)));
      expect(Math.max(...sizes)).toBeLessThan(AN_ITEM);
    }));

  it('comes to most of what staff can do, so that the promises above are tried', async () => {
    const seen = new Set<string>();
    await holds(({ events }) => {
      for (const { type } of events) seen.add(type);
    });
    const missed = STAFF_FACTS.filter((type) => !seen.has(type));
    expect(missed.length, missed.join(' ')).toBeLessThan(STAFF_FACTS.length / 3);
  });
});
