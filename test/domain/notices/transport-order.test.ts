import { describe, expect, it } from 'vitest';
import { addressesOf, complainantAddresses } from '../../../domain/notices/addresses.ts';
import { inOrder } from '../../../domain/notices/transport-order.ts';
import type { NotificationOrder } from '../../../domain/notification-order.ts';
import { rules } from '../../support/world.ts';

const AT = '2026-06-01T02:00:00.000Z';
const { organs } = rules();
const ways = (order: NotificationOrder, first: 'email' | 'sms') =>
  addressesOf(organs.get('county')!, 'handler', first, AT, { organs, order })
    .slice(0, 2)
    .map(({ transport }) => transport);

const order = (changes: Partial<NotificationOrder>): NotificationOrder => ({
  staff: ['email', 'sms'],
  complainant: ['chat', 'email', 'sms'],
  ...changes,
});

describe('the order of a province', () => {
  it('holds for staff after the way that the letter asks for', () => {
    expect(ways(order({ staff: ['sms', 'email'] }), 'email')).toEqual(['email', 'sms']);
    expect(ways(order({ staff: ['email'] }), 'sms')).toEqual(['sms', 'email']);
    expect(
      new Set(
        addressesOf(organs.get('county')!, 'handler', 'email', AT, { organs, order: order({ staff: ['email'] }) }).map(
          ({ transport }) => transport,
        ),
      ),
    ).toEqual(new Set(['email']));
  });

  it('holds for complainants, and what it leaves out is not tried', () => {
    const tried = (complainant: NotificationOrder['complainant']) =>
      inOrder(complainantAddresses('QH-1', 'wechat'), order({ complainant })).map(({ transport }) => transport);
    expect(tried(['chat', 'email', 'sms'])).toEqual(['wechat', 'email', 'sms']);
    expect(tried(['sms', 'chat'])).toEqual(['sms', 'wechat']);
  });

  it('leaves a receipt on the way by which the letter came', () => {
    const [own] = complainantAddresses('QH-1', 'email');
    expect(inOrder([own!], order({ complainant: ['sms'] }))).toEqual([own]);
  });
});
