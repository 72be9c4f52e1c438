import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attempt, heard } from '../../../domain/notices/delivery/attempt.ts';
import type { DeliveryReceipt } from '../../../domain/notices/delivery/delivery-receipt.ts';
import { beijing } from '../../support/rules.ts';

const attempt = (result: Attempt['result']): Attempt => ({ transport: 'sms', recipient: 'county/handler', result });
const at = (minute: number) => beijing(`2026-06-05 10:${String(minute).padStart(2, '0')}`);
const receipt = (kind: DeliveryReceipt['kind'], minute = 0, reason?: string): DeliveryReceipt => ({
  ...{ kind, at: at(minute) },
  ...(reason !== undefined && { reason }),
});

const receipts = fc.array(
  fc
    .tuple(
      fc.constantFrom<DeliveryReceipt['kind']>('late', 'delivered', 'returned'),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(undefined, '5.1.1', 'MK:0001'),
    )
    .map(([kind, minute, reason]) => receipt(kind, minute, reason)),
  { minLength: 1, maxLength: 6 },
);

describe('receipts of one message', () => {
  it('in any order and however often each say the same in the end', () => {
    const orders = receipts.chain((told) =>
      fc.tuple(
        fc.constant(told),
        fc.shuffledSubarray([...told, ...told], { minLength: told.length }).map((some) => [...some, ...told]),
      ),
    );
    const results = fc.constantFrom<Attempt['result']>('sent', 'unknown', 'busy', 'refused');
    const property = fc.property(results, orders, (result, [told, again]) => {
      const inTurn = told.reduce(heard, attempt(result));
      expect(again.reduce(heard, attempt(result))).toEqual(inTurn);
      expect(told.toReversed().reduce(heard, attempt(result))).toEqual(inTurn);
    });
    fc.assert(property, { numRuns: 200 });
  });

  it.each([
    ['one that nobody knew of arrived', 'unknown', [receipt('delivered')], 'sent', 'delivered'],
    ['one that nobody knew of is still under way', 'unknown', [receipt('late')], 'sent', 'late'],
    ['one that was sent came back', 'sent', [receipt('returned')], 'refused', 'returned'],
    ['one that was late arrived', 'sent', [receipt('late'), receipt('delivered', 3)], 'sent', 'delivered'],
    [
      'one that arrived came back after all',
      'sent',
      [receipt('delivered'), receipt('returned', 2)],
      'refused',
      'returned',
    ],
    [
      'one that came back is not undone',
      'sent',
      [receipt('returned', 1), receipt('delivered', 2)],
      'refused',
      'returned',
    ],
  ] as const)('%s', (_, before, told, result, kind) => {
    expect(told.reduce<Attempt>(heard, attempt(before))).toMatchObject({ result, receipt: { kind } });
  });

  it('change nothing of what was refused at once', () => {
    expect(heard(attempt('refused'), receipt('delivered'))).toEqual(attempt('refused'));
  });
});
