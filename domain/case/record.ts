import type { CaseFact } from './acts.ts';
import type { Case } from './case.ts';
import { clocksStartedBy } from './clocks/event-clocks.ts';
import type { Context } from './context.ts';
import type { CaseEvent } from './events.ts';
import { applied, evolve } from './evolve.ts';
import type { Told } from './told-complainants.ts';

/** What complainants are told of an event; `state` is the case right after it. */
type Tell = (event: CaseEvent, state: Case, context: Context) => Told | undefined;

/**
 * Facts as events, numbered on from the state, with the clocks that they start and the words that complainants see;
 * and the case after the last one.
 */
export function record(
  caseId: string,
  state: Case | undefined,
  facts: readonly CaseFact[],
  context: Context,
  tell: Tell,
): { readonly state: Case | undefined; readonly events: readonly CaseEvent[] } {
  let after = state;
  const events = facts.map((fact): CaseEvent => {
    const event = eventOf(fact, caseId, after, context);
    after = evolve(after, event, context.policies);
    return { ...event, told: tell(event, after, context) };
  });
  return { state: after, events };
}

function eventOf(fact: CaseFact, caseId: string, before: Case | undefined, context: Context): CaseEvent {
  const { now: at, actor } = context;
  const event: CaseEvent = { ...fact, caseId, seq: (before?.version ?? 0) + 1, at, actor, started: [] };
  return { ...event, started: clocksStartedBy(event, before, applied(before, event), context) };
}
