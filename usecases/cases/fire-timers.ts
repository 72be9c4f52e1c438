import type { Instant } from '../../domain/calendar/day.ts';
import type { CaseRules, Context } from '../../domain/case/context.ts';
import { commandCase, filed, type ScheduledCaseStore } from './command-case.ts';

export interface FireTimersDeps {
  readonly cases: ScheduledCaseStore;
  readonly due: {
    /** Ids of cases whose next timer is at or before `now`, earliest first, at most `limit`. Reads nothing else. */
    dueBy(now: Instant, limit: number): Promise<readonly string[]>;
    /** The earliest timer of any case, if there is one. */
    earliest(): Promise<Instant | undefined>;
    /**
     * Has that case, which is due, looked at again at `until`, whatever state it is in. Whoever changes it meanwhile
     * decides anew.
     */
    putOff(caseId: string, until: Instant): Promise<void>;
  };
  readonly context: CaseRules;
  /** One bad case must not hold up the others: it is logged, put off, and tried again. */
  readonly onFailure: (caseId: string, error: unknown) => void;
}

export interface Sweep {
  /** Steps that went out. */
  readonly fired: number;
  readonly failed: number;
  /**
   * Nothing can be due before this instant unless a case changes: not after `now` where more is due than one sweep
   * takes; null when no timer is left.
   */
  readonly idleUntil: Instant | null;
}

/** Enough to catch up a day's outage of a large province within one run; what is left comes a minute later. */
export const PER_SWEEP = 500;

/** Whatever cannot be fired goes behind all others for so long: thousands of such cases hold up nobody. */
const PUT_OFF_MS = 15 * 60_000;

/**
 * Sends every step that has come due, in order, each once: firing moves the case's next timer on, and a missed run is
 * made up for by the next. Where nothing is due it asks nothing but when something will be: most minutes are like that.
 */
export async function fireTimers(now: Instant, deps: FireTimersDeps): Promise<Sweep> {
  const earliest = await deps.due.earliest();
  if (earliest === undefined || earliest > now) return { fired: 0, failed: 0, idleUntil: earliest ?? null };
  let fired = 0;
  let failed = 0;
  for (const caseId of await deps.due.dueBy(now, PER_SWEEP)) {
    try {
      fired += await fire(caseId, { ...deps.context, now, actor: { kind: 'system' } }, deps.cases);
    } catch (error) {
      failed += 1;
      await setBack(caseId, error, now, deps);
    }
  }
  return { fired, failed, idleUntil: (await deps.due.earliest()) ?? null };
}

async function setBack(caseId: string, error: unknown, now: Instant, { due, onFailure }: FireTimersDeps) {
  onFailure(caseId, error);
  const until = new Date(Date.parse(now) + PUT_OFF_MS).toISOString();
  await due.putOff(caseId, until).catch((failure) => onFailure(caseId, failure));
}

async function fire(caseId: string, context: Context, cases: ScheduledCaseStore): Promise<number> {
  const outcome = await commandCase(caseId, { type: 'fire-timers' }, context, cases);
  if (outcome.kind === 'done') return outcome.events.length;
  // A calendar deployed since has put the step off: without this the case would be read, and take another's place,
  // every minute until then.
  if (outcome.kind === 'unchanged') await cases.reschedule(filed(outcome.state, context));
  return 0;
}
