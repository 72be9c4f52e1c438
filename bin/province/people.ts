import { readCsv } from '../../adapters/tables/read-csv.ts';
import { nearestOf } from '../../config/schemas/nearest.ts';
import type { Organ } from '../../domain/organs.ts';
import { HEADINGS, type ListFault, peopleInRows } from '../../domain/roster/people-list.ts';

/** The list to be filled in: a row for the duty desk of each organ. Excel knows by the mark that it is UTF-8. */
export function emptyPeopleList(organs: readonly Organ[]): string {
  const rows = organs.map(({ id, name }) => [id, name, '值班室', '', '', '']);
  return `\ufeff${[HEADINGS, ...rows].map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

interface FilledIn {
  readonly organs: readonly Organ[];
  /** With the line of each. Where there is one, nothing may be written. */
  readonly faults: readonly string[];
}

/** The organs with the people of a list (CSV, UTF-8 or GBK) in place of those that they had; others keep theirs. */
export function fillIn(organs: readonly Organ[], list: Uint8Array): FilledIn {
  const table = readCsv(list);
  if (table.kind === 'unreadable') return { organs, faults: [table.reason] };
  const ids = organs.map(({ id }) => id);
  const { people, faults } = peopleInRows(table.rows, new Set(ids));
  return {
    organs: organs.map((organ) => ({ ...organ, contacts: people.get(organ.id) ?? organ.contacts })),
    faults: faults.map((fault) => `line ${fault.row}: ${whyNot(fault, ids)}`),
  };
}

const PLAIN: Readonly<Record<'name' | 'email' | 'phone' | 'address', string>> = {
  name: 'name is missing',
  email: 'email is no address',
  phone: 'phone must be a mobile number of eleven digits, or begin with + and the country',
  address: 'has neither email nor phone',
};

function whyNot({ wrong, given = '' }: ListFault, ids: readonly string[]): string {
  switch (wrong) {
    case 'headings':
      return `the headings ${given} are missing`;
    case 'row':
      return given;
    case 'organ':
      return `no organ "${given}"${nearestOf(given, ids)}`;
    case 'role':
      return `no role "${given}": write 值班室, 经办人, 科室负责人, 信访机构, 分管负责人 or 主要负责人`;
    default:
      return PLAIN[wrong];
  }
}
