import { CONTACT_ROLE_TEXT, type ContactRole, contactSchema, type Organ, type RosterContact } from '../organs.ts';
import type { TableRow } from '../partners/order-list.ts';

/** The columns of a list of people; the name of the organ is for whoever fills it in. */
export const HEADINGS = ['机构编号', '机构名称', '角色', '姓名', '邮箱', '电话'] as const;
type Heading = (typeof HEADINGS)[number];

/** The people of those organs as such a list, its headings first. */
export const rowsOfPeople = (
  organs: readonly Pick<Organ, 'id' | 'name' | 'contacts'>[],
): readonly (readonly string[])[] => [
  HEADINGS,
  ...organs.flatMap(({ id, name, contacts }) =>
    contacts.map((one) => [id, name, CONTACT_ROLE_TEXT[one.role], one.name, one.email ?? '', one.phone ?? '']),
  ),
];

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

/** What may be wrong with a list of people, as staff are told it. */
export const LIST_FAULT_TEXT = {
  headings: '缺少表头：机构编号、角色、姓名、邮箱、电话',
  row: '这一行无法读取',
  organ: '没有这个编号的单位，或者不在这次可以修改的范围内',
  role: '角色应为值班室、经办人、科室负责人、信访机构、分管负责人或者主要负责人',
  name: '缺少姓名',
  email: '邮箱写得不对',
  phone: '手机号写得不对：十一位，或者以+和国家代码开头',
  address: '邮箱和手机号至少写一个',
} as const;

/** The row is the one that a spreadsheet shows; `given` is what stood there, for whoever keeps the list. */
export interface ListFault {
  readonly row: number;
  readonly wrong: keyof typeof LIST_FAULT_TEXT;
  readonly given?: string;
}

/** The people of a list by organ, and all its faults. Rows that name nobody are passed over. `ids`: whom it may name. */
export function peopleInRows(rows: readonly TableRow[], ids: ReadonlySet<string>) {
  const [heading, ...body] = rows;
  const columns = heading?.cells.map(trimmed) ?? [];
  const people = new Map<string, RosterContact[]>();
  const missing = HEADINGS.filter((name) => name !== '机构名称' && !columns.includes(name));
  const faults: ListFault[] = missing.length > 0 ? [{ row: 1, wrong: 'headings', given: missing.join(', ') }] : [];
  if (missing.length > 0) return { people, faults };
  for (const { row, cells, fault } of body) {
    const told = (wrong: ListFault['wrong'], given?: string) =>
      faults.push({ row, wrong, ...(given !== undefined && { given }) });
    if (fault) told('row', fault);
    const cell = (name: Heading): string => trimmed(cells[columns.indexOf(name)] ?? '');
    if (!cell('姓名') && !cell('邮箱') && !cell('电话')) continue;
    const organ = cell('机构编号');
    if (!ids.has(organ)) told('organ', organ);
    const contact = contactOf(cell, told);
    if (!contact) continue;
    const known = people.get(organ) ?? [];
    known.push(contact);
    people.set(organ, known);
  }
  return { people, faults };
}

const trimmed = (text: string): string => text.replace(/^\ufeff/, '').trim();

function contactOf(
  cell: (name: Heading) => string,
  told: (wrong: ListFault['wrong'], given?: string) => void,
): RosterContact | undefined {
  const role = ROLES[cell('角色')];
  if (!role) {
    told('role', cell('角色'));
    return undefined;
  }
  const [email, phone] = [cell('邮箱'), cell('电话').replace(/[\s-]/g, '')];
  const { data, error } = contactSchema().safeParse({
    role,
    name: cell('姓名') || (role === 'duty' ? '值班室' : ''),
    ...(email && { email }),
    ...(phone && { phone }),
  });
  for (const { path } of error?.issues ?? []) told(path[0] as 'name' | 'email' | 'phone');
  if (!email && !phone) told('address');
  return data;
}
