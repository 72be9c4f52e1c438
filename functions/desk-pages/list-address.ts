import { ownProperty } from '../../domain/own-property.ts';
import type { ListQuery } from '../../usecases/staff/list-query.ts';
import { LIST_FIELDS } from '../shared/desk/paths.ts';
import { ListParameters, listQueryOf } from '../shared/staff/list-parameters.ts';

/** What the search box can search by. */
export const SEARCHES = {
  receipt: '登记编号',
  number: '工单或督察编号',
  accused: '被反映单位',
  place: '地点',
} as const;

export type Asked = Readonly<Partial<Record<(typeof LIST_FIELDS)[number], string>>>;

export interface AddressedList {
  readonly query: ListQuery;
  /** As it stands in the address. */
  readonly asked: Asked;
  /** What of it could not be read: that narrows nothing, and the page says so. */
  readonly unread: readonly string[];
}

/** What an address means that says nothing. */
const FIRST = { scope: 'organ', tab: 'open' } as const satisfies Asked;

/** The same list without what need not be said: for addresses that stand in every row. */
export const shortOf = ({ scope, tab, ...asked }: Asked): Asked => ({
  ...(scope !== undefined && scope !== FIRST.scope && { scope }),
  ...(tab !== undefined && tab !== FIRST.tab && { tab }),
  ...asked,
});

/** Whether it asks for less than all of a list and its tab. */
export const isNarrowed = ({ scope, tab, ...narrowing }: Asked): boolean =>
  Object.keys(narrowing).some((name) => name !== 'by');

/** The list that an address of the desk names: the open cases of one's own organ, where it says nothing else. */
export function listIn(address: Readonly<Record<string, string | undefined>>): AddressedList {
  const said = LIST_FIELDS.flatMap((name) => (address[name] ? [[name, address[name]]] : []));
  const asked: Asked = { ...FIRST, ...Object.fromEntries(said) };
  const { cursor } = address;
  const parameters = { ...parametersOf(asked), ...(cursor && { cursor }) };
  const parsed = ListParameters.safeParse(parameters);
  if (parsed.success) return { query: listQueryOf(parsed.data), asked, unread: [] };
  const unread = [...new Set(parsed.error.issues.map(({ path: [name] }) => String(name)))];
  const kept = Object.entries(parameters).filter(([name]) => !unread.includes(name));
  return { query: listQueryOf(ListParameters.parse({ tab: 'open', ...Object.fromEntries(kept) })), asked, unread };
}

/** The same list as a file: narrowed by what could be read, as it is shown. */
export function exportOf(asked: Asked, unread: readonly string[], format: 'csv' | 'xlsx'): string {
  const read = Object.entries(parametersOf(asked)).filter(([name]) => !unread.includes(name));
  return `/desk/cases/export?${new URLSearchParams([...read, ['format', format]])}`;
}

/** As the API names them. */
function parametersOf({ by = '', q, ...rest }: Asked): Readonly<Record<string, string>> {
  return { ...rest, ...(q !== undefined && { [ownProperty(SEARCHES, by) ? by : 'receipt']: q }) };
}
