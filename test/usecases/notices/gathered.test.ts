import { expect, it } from 'vitest';
import { after } from '../../../usecases/notices/gathered.ts';
import { noticeHours } from '../../support/rules.ts';
import { busy, later, MORNING, notice, staff } from '../../support/transports.ts';

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
const afterList = (minutes: number, result: Parameters<typeof after>[1] = busy) =>
  after({ notice: reminder, delivery, address: reminder.addresses[0] }, result, {
    now: later(minutes).now,
    hours: noticeHours,
    others: [],
  });

it('a list that a busy transport does not take is tried again in five minutes', () => {
  expect(afterList(0).waiting).toEqual({ ...waiting, until: later(5).now });
});

it('what its list could not bring for half an hour goes on by itself, and has waited since its list', () => {
  const { importance, since } = waiting;
  expect(afterList(30).waiting).toEqual({ importance, since, until: later(30).now });
});

it('says by which provider a list went', () => {
  const sent = { kind: 'sent', reference: 'r', by: 'second' } as const;
  expect(afterList(0, sent).attempts.at(-1)).toMatchObject({ result: 'sent', by: 'second' });
});
