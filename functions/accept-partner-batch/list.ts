import type { PartnerFormat } from '../../domain/partners/format.ts';
import { type ListedOrder, ordersInTable, type TableRow } from '../../domain/partners/order-list.ts';
import { readJson } from '../shared/http/body.ts';
import { Refusal } from '../shared/http/problem.ts';

export type ReadTable = (
  bytes: Uint8Array,
) => Promise<
  | { readonly kind: 'table'; readonly rows: readonly TableRow[] }
  | { readonly kind: 'unreadable'; readonly reason: string }
>;

/** The orders of a list, JSON or a table, told by its first byte. Refuses (400) what is no list. */
export async function ordersIn(body: Uint8Array, format: PartnerFormat, readTable: ReadTable): Promise<ListedOrder[]> {
  if (isJson(body)) return ordersInJson(readJson(body));
  const table = await readTable(body);
  if (table.kind === 'unreadable') throw new Refusal('unreadable-list', { detail: table.reason });
  const orders = ordersInTable(table.rows, format);
  if (orders === 'too-many-columns') throw new Refusal('unreadable-list', { detail: '列数过多' });
  if (orders !== 'no-headings') return orders;
  const [heading] = format.fields
    .externalId!.flatMap(({ from }) => from)
    .filter((name) => /\p{Script=Han}/u.test(name));
  throw new Refusal('unreadable-list', {
    detail: `前十行中没有找到表头：至少应有“${heading}”一列，各列之间用逗号或制表符分隔`,
  });
}

const isJson = (body: Uint8Array): boolean =>
  /^[\s\ufeff]*[[{]/.test(Buffer.from(body.subarray(0, 64)).toString('utf8'));

/**
 * An array of orders, or an object with the array as `orders`; each in our format or the partner's. Numbered from 1.
 */
function ordersInJson(value: unknown): ListedOrder[] {
  const list = Array.isArray(value) ? value : (value as { readonly orders?: unknown }).orders;
  if (!Array.isArray(list))
    throw new Refusal('unreadable-list', { detail: 'JSON清单应为数组，或含有数组orders的对象' });
  // What is null there is a gap here: see readJson.
  return Array.from(list, (order, index) => ({ row: index + 1, order }));
}
