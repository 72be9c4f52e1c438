import type { PartnerFormat } from '../../domain/partners/format.ts';
import type { ListedOrder } from '../../domain/partners/order-list.ts';
import { externalIdIn, readOrder } from '../accept-partner-complaint/read-order.ts';

/**
 * The rows of a list in waves. What stands in one may be taken side by side: first each matter, then what is added to
 * it, then whatever has a number that came before in the list, which the earlier row decides. So a list about one
 * matter is no slower than one about a thousand.
 */
export function inWaves(orders: readonly ListedOrder[], format: PartnerFormat): readonly (readonly ListedOrder[])[] {
  const seen = new Set<string>();
  const waves = Map.groupBy(orders, (listed) => {
    const { id, isFollowUp } = claimOf(listed, format);
    const isRepeat = seen.has(id);
    seen.add(id);
    if (isRepeat) return 2;
    return isFollowUp ? 1 : 0;
  });
  return ([0, 1, 2] as const).map((wave) => waves.get(wave) ?? []);
}

/** By its row, how many rows of its number come before it in the list. */
export function turnsOf(orders: readonly ListedOrder[], format: PartnerFormat): ReadonlyMap<number, number> {
  const counts = new Map<string | undefined, number>();
  return new Map(
    orders.map(({ row, order }) => {
      const number = externalIdIn(order, format);
      const turn = counts.get(number) ?? 0;
      counts.set(number, turn + 1);
      return [row, turn];
    }),
  );
}

/** Under which number a row will be kept. A faulty one is kept under none. */
function claimOf({ row, order, fault }: ListedOrder, format: PartnerFormat): { id: string; isFollowUp: boolean } {
  try {
    if (fault !== undefined) return { id: String(row), isFollowUp: false };
    const { deed, data } = readOrder(order, format);
    const isFollowUp = deed !== 'submit';
    return { id: JSON.stringify([deed, data.externalId, isFollowUp && (data.followUpId ?? data)]), isFollowUp };
  } catch {
    return { id: String(row), isFollowUp: false };
  }
}
