import type { NotificationOrder } from '../notification-order.ts';
import type { Address, Transport } from './notice.ts';

/** The transport that a letter asks for, then the others. */
export const staffOrder = (first: Transport, { staff }: NotificationOrder): readonly Transport[] => [
  first,
  ...staff.filter((transport) => transport !== first),
];

/** The addresses of a complainant as the province tries them; those of staff as they are. What it leaves out is not tried. */
export function inOrder(addresses: readonly Address[], { complainant }: NotificationOrder): readonly Address[] {
  const ways = complainant.flatMap((way) => (way === 'chat' ? (['wechat', 'wecom'] as const) : [way]));
  if (addresses.length < 2 || addresses.some((address) => 'to' in address)) return addresses;
  return ways.flatMap((way) => addresses.filter(({ transport }) => transport === way));
}
