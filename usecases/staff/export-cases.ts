import type { Instant } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { caseAt } from '../../domain/lists/listing.ts';
import type { Row } from '../../domain/lists/row.ts';
import { byDivision, organNamed } from '../../domain/organs.ts';
import type { ListCasesDeps } from './list-cases.ts';
import type { ListQuery } from './list-query.ts';
import { wholeOf } from './list-survey.ts';
import type { Shown } from './visible-case.ts';
import { visibleList } from './visible-list.ts';

export interface ExportedCase {
  readonly state: Case;
  readonly row: Row;
}

/** A list whole, the organs that lead in the order of their divisions, the cases of each as the list has them. */
export interface ExportedCases {
  readonly cases: readonly ExportedCase[];
  /** False: the list is longer, and these are its first. */
  readonly isAll: boolean;
}

/** So many cases at most are written in one file: they are read within seconds, and fit in one answer. */
export const MOST_EXPORTED = 5_000;
/** As many cases as one read may name, and as many such reads side by side. */
const BATCH = 100;
const SIDE_BY_SIDE = 5;

/** All of a list that whoever asks would find by paging through it, by the same rights, and nothing else. */
export async function exportCases(
  query: ListQuery,
  staff: Staff,
  now: Instant,
  deps: ListCasesDeps,
): Promise<Shown<ExportedCases, 'no-such-organ'>> {
  const asked = await visibleList(query, staff, now, deps);
  if (asked.kind !== 'shown') return asked;
  const { entries, end } = await wholeOf(asked.value, MOST_EXPORTED, deps);
  const states = await statesOf(
    entries.map(({ at }) => caseAt(at)),
    deps,
  );
  const cases = entries.flatMap(({ row }) => {
    const state = states.get(row.id);
    return state ? [{ state, row }] : [];
  });
  const leadOf = ({ row }: ExportedCase) => organNamed(row.lead, deps.context);
  const ordered = cases.toSorted((one, other) => byDivision(leadOf(one), leadOf(other)));
  return { kind: 'shown', value: { cases: ordered, isAll: end === undefined } };
}

async function statesOf(
  ids: readonly string[],
  { cases }: Pick<ListCasesDeps, 'cases'>,
): Promise<ReadonlyMap<string, Case>> {
  const states = new Map<string, Case>();
  for (let from = 0; from < ids.length; from += BATCH * SIDE_BY_SIDE) {
    const batches = Array.from({ length: SIDE_BY_SIDE }, (_, at) =>
      ids.slice(from + at * BATCH, from + (at + 1) * BATCH),
    );
    const read = await Promise.all(batches.filter(({ length }) => length > 0).map((batch) => cases.loadMany(batch)));
    for (const state of read.flat()) states.set(state.id, state);
  }
  return states;
}
