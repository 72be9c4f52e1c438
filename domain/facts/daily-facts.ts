import type { Sha256 } from '../audit/chain.ts';
import { type Day, dayOf, daysBetween, type Instant } from '../calendar/day.ts';
import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import { evolve } from '../case/evolve.ts';
import type { Policies } from '../clocks/policy.ts';

/** 每日数据: one event of a day, by codes alone. No word that anybody wrote, nobody's name, no receipt. */
export interface Fact {
  readonly occurredAt: Instant;
  /** Hash of the id of the case, the same as in the ledgers: it counts cases, and names none. */
  readonly caseHash: string;
  readonly seq: number;
  readonly event: string;
  readonly channel: string;
  /** Types of pollution, sorted. */
  readonly types: readonly string[];
  readonly matter: string;
  readonly urgency: string;
  /** Six digits. */
  readonly division: string | undefined;
  readonly lead: string;
  /** After the event. */
  readonly status: string;
  /** Of an answer alone: days from the day of receipt. */
  readonly daysToAnswer: number | undefined;
  /** Whether the case is a part of a complaint that was split, which is counted by the whole. */
  readonly isPart: boolean;
}

/**
 * The facts of a day in Beijing, out of all events of the cases that changed on it, each case from its beginning. What
 * happened later changes nothing, so a day that is over gives the same facts whenever it is asked for.
 */
export function factsOf(
  day: Day,
  cases: Iterable<readonly CaseEvent[]>,
  { policies, sha256 }: { readonly policies: Policies; readonly sha256: Sha256 },
): readonly Fact[] {
  const facts = [...cases].flatMap((events) => {
    let state: Case | undefined;
    return events.flatMap((event) => {
      state = evolve(state, event, policies);
      return dayOf(event.at) === day ? [factOf(event, state, sha256)] : [];
    });
  });
  return facts.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

const placeOf = ({ occurredAt, caseHash, seq }: Fact): string =>
  `${occurredAt} ${caseHash} ${String(seq).padStart(6, '0')}`;

function factOf({ at, seq, type }: CaseEvent, state: Case, sha256: Sha256): Fact {
  const { id, channel, classification, place, lead, status, receivedAt, partOf } = state;
  return {
    ...{ occurredAt: at, caseHash: sha256(id), seq, event: type, channel, lead, status },
    types: classification.types.toSorted(),
    ...{ matter: classification.matter, urgency: classification.urgency, division: place?.division },
    daysToAnswer: type === 'closed' ? daysBetween(dayOf(receivedAt), dayOf(at)) : undefined,
    isPart: partOf !== undefined,
  };
}
