import { readCsv } from '../../adapters/tables/read-csv.ts';
import { nearestOf } from '../../config/schemas/nearest.ts';
import { contactSchema } from '../../config/schemas/organs.ts';
import type { ContactRole, Organ, RosterContact } from '../../domain/organs.ts';
import type { TableRow } from '../../domain/partners/order-list.ts';

export const HEADINGS = ['机构编号', '机构名称', '角色', '姓名', '邮箱', '电话'] as const;

/** As people write them; the first of each is what we write. */
const ROLES: Readonly<Record<string, ContactRole>> = {
  值班室: 'duty',
  经办人: 'handler',
  分管负责人: 'deputy',
  主要负责人: 'leader',
  负责人: 'leader',
  科室负责人: 'unit',
  信访机构: 'petition',
  duty: 'duty',
  handler: 'handler',
  deputy: 'deputy',
  leader: 'leader',
  unit: 'unit',
  petition: 'petition',
};

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
  const { people, faults } = peopleInRows(
    table.rows,
    organs.map(({ id }) => id),
  );
  return { organs: organs.map((organ) => ({ ...organ, contacts: people.get(organ.id) ?? organ.contacts })), faults };
}

/** The people of a list by organ, and its faults with the line of each. Rows that name nobody are passed over. */
export function peopleInRows(rows: readonly TableRow[], ids: readonly string[]) {
  const [heading, ...body] = rows;
  const columns = heading?.cells.map(trimmed) ?? [];
  const people = new Map<string, RosterContact[]>();
  const missing = HEADINGS.filter((name) => name !== '机构名称' && !columns.includes(name));
  if (missing.length > 0) return { people, faults: [`line 1: the headings ${missing.join(', ')} are missing`] };
  const faults: string[] = [];
  for (const { row, cells, fault } of body) {
    const told = (why: string) => faults.push(`line ${row}: ${why}`);
    if (fault) told(fault);
    const cell = (name: (typeof HEADINGS)[number]): string => trimmed(cells[columns.indexOf(name)] ?? '');
    if (!cell('姓名') && !cell('邮箱') && !cell('电话')) continue;
    const organ = cell('机构编号');
    if (!ids.includes(organ)) told(`no organ "${organ}"${nearestOf(organ, ids)}`);
    const contact = contactOf(cell, told);
    if (contact) people.set(organ, [...(people.get(organ) ?? []), contact]);
  }
  return { people, faults };
}

const trimmed = (text: string): string => text.replace(/^\ufeff/, '').trim();

function contactOf(
  cell: (name: (typeof HEADINGS)[number]) => string,
  told: (why: string) => void,
): RosterContact | undefined {
  const role = ROLES[cell('角色')];
  if (!role) {
    told(`no role "${cell('角色')}": write 值班室, 经办人, 科室负责人, 信访机构, 分管负责人 or 主要负责人`);
    return undefined;
  }
  const [email, phone] = [cell('邮箱'), cell('电话').replace(/[\s-]/g, '')];
  const { data, error } = contactSchema.safeParse({
    role,
    name: cell('姓名') || (role === 'duty' ? '值班室' : ''),
    ...(email && { email }),
    ...(phone && { phone }),
  });
  for (const { path, message } of error?.issues ?? []) told([...path, message].join(' '));
  return data;
}
