import { expect, it } from 'vitest';
import { looksAt } from '../../../../domain/notices/delivery/delivery-state.ts';
import { askedOnce } from '../../../../usecases/notices/transports/inquiry.ts';
import { later, MORNING } from '../../../support/transports.ts';

const attempt = { transport: 'sms', recipient: 'county/handler', at: MORNING } as const;
const looked = (asked?: number) => looksAt('sent', [{ ...attempt, result: 'sent', asked }]);

it('a message that its provider took, without saying more, is looked at an hour after it was sent', async () => {
  const message = { id: 'QH-1', to: '13900000001', at: MORNING };
  const doubtful = { ...attempt, result: 'unknown', reason: 'TimeoutError', asked: 2 } as const;
  const after = await askedOnce(doubtful, message, async () => ({ kind: 'taken' }));
  expect(after).toEqual({ ...attempt, result: 'sent', asked: 0 });
  expect(looksAt('sent', [after])).toBe(later(60).now);
});

it('a provider that says nothing yet is asked every hour, six times; then the message has three days', () => {
  expect([0, 1, 5].map(looked)).toEqual([60, 120, 360].map((minutes) => later(minutes).now));
  expect([looked(6), looked()]).toEqual([later(72 * 60).now, later(72 * 60).now]);
});
