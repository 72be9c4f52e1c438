import type { Case } from '../../domain/case/case.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { isHiddenFrom } from '../../domain/case/rights/authority.ts';
import type { Roster } from '../../domain/organs.ts';
import type { CaseReader } from '../cases/command-case.ts';

/** Receipts of cases of which a member of staff must not know, though a case that they may see names them. */
export type HiddenLinks = ReadonlySet<string>;

/** 关联件, 另立件 of a case: those that accuse whoever looks. */
export async function hiddenLinksOf(
  { repeats = [], apart = [], apartFrom }: Case,
  { organ }: Staff,
  { cases, context }: { readonly cases: Pick<CaseReader, 'load'>; readonly context: Roster },
): Promise<HiddenLinks> {
  const named = [...repeats.map(({ caseId }) => caseId), ...apart, ...(apartFrom === undefined ? [] : [apartFrom])];
  const linked = await Promise.all(named.map((id) => cases.load(id)));
  return new Set(linked.flatMap((one) => (one && isHiddenFrom(organ, one, context) ? [one.id] : [])));
}

/** The case as if there were none of them. */
export function withoutLinks(state: Case, hidden: HiddenLinks): Case {
  return {
    ...unlinked(state, hidden),
    apart: state.apart?.filter((id) => !hidden.has(id)),
    followUps: state.followUps?.filter(({ receipt }) => !hidden.has(receipt)),
  };
}

/** What happened to the case, as if there were none of them. */
export function eventsWithout(events: readonly CaseEvent[], hidden: HiddenLinks): readonly CaseEvent[] {
  return events
    .filter((event) => !('receipt' in event && typeof event.receipt === 'string' && hidden.has(event.receipt)))
    .map((event) => (event.type === 'registered' ? unlinked(event, hidden) : event));
}

interface Linked {
  readonly repeats?: readonly { readonly caseId: string }[] | undefined;
  readonly apartFrom?: string | undefined;
}

function unlinked<One extends Linked>(one: One, hidden: HiddenLinks): One {
  const { repeats, apartFrom } = one;
  return {
    ...one,
    repeats: repeats?.filter(({ caseId }) => !hidden.has(caseId)),
    apartFrom: apartFrom !== undefined && hidden.has(apartFrom) ? undefined : apartFrom,
  };
}
