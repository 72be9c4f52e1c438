import type { Instant } from '../../domain/calendar/day.ts';
import type { CaseRules, Context } from '../../domain/case/context.ts';
import { nextTimerAt } from '../../domain/clocks/timers.ts';
import { commandCase, type ScheduledCaseStore } from './command-case.ts';

export interface FireTimersDeps {
  readonly cases: ScheduledCaseStore;
  readonly due: {
    /** Ids of cases whose next timer is at or before `now`, earliest first, at most `limit`. Reads nothing else. */
    dueBy(now: Instant, limit: number): Promise<readonly string[]>;
    /** The earliest timer of any case, if there is one. */
    earliest(): Promise<Instant | undefined>;
  };
  readonly context: CaseRules;
  /** One bad case must not hold up the others: it is logged and looked at again on the next sweep. */
  readonly onFailure: (caseId: string, error: unknown) => void;
}

export interface Sweep {
  /** Steps that went out. */
  readonly fired: number;
  readonly failed: number;
  /** Nothing can be due before this instant unless a case changes; null when no timer is left. */
  readonly idleUntil: Instant | null;
}

// Enough to catch up a day's outage of a large province within one run; what is left comes a minute later.
const PER_SWEEP = 500;

/** Sends every step that has come due, in order, each once: firing moves the case's next timer on, and a missed run is made up for by the next. */
export async function fireTimers(now: Instant, deps: FireTimersDeps): Promise<Sweep> {
  let fired = 0;
  let failed = 0;
  for (const caseId of await deps.due.dueBy(now, PER_SWEEP)) {
    try {
      fired += await fire(caseId, { ...deps.context, now, actor: { kind: 'system' } }, deps.cases);
    } catch (error) {
      failed += 1;
      deps.onFailure(caseId, error);
    }
  }
  return { fired, failed, idleUntil: failed > 0 ? now : ((await deps.due.earliest()) ?? null) };
}

async function fire(caseId: string, context: Context, cases: ScheduledCaseStore): Promise<number> {
  const outcome = await commandCase(caseId, { type: 'fire-timers' }, context, cases);
  if (outcome.kind === 'done') return outcome.events.length;
  // A calendar deployed since has put the step off: without this the case would be read, and take another's place, every minute until then.
  if (outcome.kind === 'unchanged') {
    await cases.reschedule(outcome.state, nextTimerAt(outcome.state.clocks, context));
  }
  return 0;
}
