import { expect, it } from 'vitest';
import { afterSending, openAddressOf } from '../../../../usecases/notices/sending/list-attempts.ts';
import { noticeHours } from '../../../support/rules.ts';
import { busy, later, MORNING, notice, staff } from '../../../support/transports.ts';

const reminder = notice(staff('email', 'officer@county.example'), staff('sms', '13900000001'));
const begun = { transport: 'email', recipient: 'county/handler', result: 'unknown', reason: 'begun' } as const;
const waiting = { importance: 'reminder', since: MORNING, until: MORNING, isPutBy: true } as const;
const delivery = {
  claimedBy: 'list',
  claimedAt: MORNING,
  state: 'sending',
  attempts: [begun],
  waiting,
  version: 2,
} as const;
const afterList = (minutes: number, result: Parameters<typeof afterSending>[1] = busy) =>
  afterSending({ notice: reminder, delivery, address: reminder.addresses[0] }, result, {
    now: later(minutes).now,
    hours: noticeHours,
    others: [],
  });

it('a list that a busy transport does not take is tried again in five minutes', () => {
  const earlier = { ...begun, result: 'busy', reason: 'Throttling' };
  expect(afterList(0).waiting).toEqual({ ...waiting, until: later(5).now, isCounted: true, earlier });
});

it('a list that is not even tried is tried when its transport is', () => {
  expect(afterList(0, { ...busy, until: later(2).now } as never).waiting?.until).toBe(later(2).now);
});

it('what its list could not bring for half an hour goes on as one text message, and has waited since its list', () => {
  const { attempts, waiting: then } = afterList(30);
  expect(then).toEqual({ ...waiting, until: later(30).now, isCounted: true });
  expect(openAddressOf(reminder, { ...delivery, attempts })).toBe(reminder.addresses[1]);
});

it('where nobody takes it for half an hour, it is tried as a list once more where it was tried first', () => {
  const busyAt = (minutes: number) =>
    ({ ...begun, result: 'busy', reason: 'Throttling', at: later(minutes).now }) as const;
  const attempts = [busyAt(1), busyAt(0), { ...begun, recipient: 'county/duty', at: later(30).now }];
  const ready = { notice: reminder, delivery: { ...delivery, attempts }, address: reminder.addresses[2] };
  const then = afterSending(ready, busy, { now: later(30).now, hours: noticeHours, others: [] });
  expect(openAddressOf(reminder, then)).toBe(reminder.addresses[1]);
  expect(then.waiting).toMatchObject({ isPutBy: true, until: later(35).now });
});

it('says by which provider a list went', () => {
  const sent = { kind: 'sent', reference: 'r', by: 'second' } as const;
  expect(afterList(0, sent).attempts.at(-1)).toMatchObject({ result: 'sent', by: 'second' });
});
