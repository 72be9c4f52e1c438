import type { Instant } from '../../domain/calendar/day.ts';
import { isAbove, type Organs } from '../../domain/organs.ts';
import type { TableRow } from '../../domain/partners/order-list.ts';
import { LIST_FAULT_TEXT, peopleInRows } from '../../domain/roster/people-list.ts';
import type { ChangePeopleDeps } from '../../usecases/roster/change-people.ts';
import { type ImportedOrgan, previewImport } from '../../usecases/roster/import-people.ts';
import { sha256 } from '../shared/digest.ts';

export interface PeopleListDeps extends ChangePeopleDeps {
  readonly readTable: (
    bytes: Uint8Array,
  ) => Promise<{ kind: 'table'; rows: readonly TableRow[] } | { kind: 'unreadable'; reason: string }>;
}

/** What a list would change, or why it cannot be read. */
export type ListedPeople =
  | {
      readonly kind: 'listed';
      readonly found: readonly ImportedOrgan[];
      /** Of the list and of the versions that it was held against: another if either is another. */
      readonly preview: string;
    }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'wrong'; readonly faults: readonly string[] };

/** A list of people, which may name `top` and the organs below it, held against those who are there. Changes nothing. */
export async function listedPeople(
  bytes: Uint8Array,
  top: string,
  now: Instant,
  deps: PeopleListDeps,
): Promise<ListedPeople> {
  const table = await deps.readTable(bytes);
  if (table.kind === 'unreadable') return table;
  const { people, faults } = peopleInRows(table.rows, new Set(idsUnder(top, deps.context.organs)));
  if (faults.length > 0)
    return { kind: 'wrong', faults: faults.map(({ row, wrong }) => `第${row}行：${LIST_FAULT_TEXT[wrong]}`) };
  const found = await previewImport(people, now, deps);
  const preview = sha256(JSON.stringify(found.map(({ organ, version, contacts }) => [organ, version, contacts])));
  return { kind: 'listed', found, preview };
}

/** That organ and all below it. */
export const idsUnder = (top: string, organs: Organs): readonly string[] =>
  [...organs.keys()].filter((id) => id === top || isAbove(top, id, organs));

/** Why what was found may not be taken, organ by organ. */
export const faultsIn = (found: readonly ImportedOrgan[], organs: Organs): readonly string[] =>
  found.flatMap(({ organ, fault }) => (fault === undefined ? [] : `${organs.get(organ)?.name}：${fault}`));
