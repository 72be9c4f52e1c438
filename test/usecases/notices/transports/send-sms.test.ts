import { describe, expect, it } from 'vitest';
import { memoryDeliveries } from '../../../../adapters/memory/deliveries.ts';
import { memoryRateLimits } from '../../../../adapters/memory/rate-limits.ts';
import type { TextMessage } from '../../../../domain/notices/notice.ts';
import { createHandler } from '../../../../functions/deliver-notice/handler.ts';
import { sendNotice } from '../../../../usecases/notices/sending/send-notice.ts';
import { budgetedSms } from '../../../../usecases/notices/transports/send-sms.ts';
import { escalation } from '../../../support/notices.ts';
import { assigned } from '../../../support/queueing-office.ts';
import { beijing } from '../../../support/rules.ts';
import { busy, first, notice, post, sent, staff } from '../../../support/transports.ts';

const NUMBER = '13900000001';
const EVENING = '2026-06-04T23:59:00.000Z';

function operator(answers = [sent]) {
  const left = [...answers];
  const taken: string[] = [];
  const spent: string[] = [];
  const send = async (_: unknown, to: string) => {
    taken.push(to);
    return left.length > 1 ? left.shift()! : left[0]!;
  };
  const onSpent = () => spent.push('spent');
  return { taken, spent, sms: budgetedSms({ send, limits: memoryRateLimits(), perDay: 2, onSpent }) };
}

const { values } = escalation().sms as Extract<TextMessage, { use: 'staff' }>;
const urgent = escalation({ sms: { use: 'staff', values: { ...values, kind: '紧急' } } });

describe('text messages to one number', () => {
  it('are so many a day, each number for itself, and begin anew at eight in Beijing', async () => {
    const { sms, taken, spent } = operator();
    for (const to of [NUMBER, NUMBER, NUMBER, '13900000002']) await sms(escalation(), to, { now: EVENING });
    expect(taken).toEqual([NUMBER, NUMBER, '13900000002']);
    expect(spent).toHaveLength(1);
    expect(await sms(escalation(), NUMBER, { now: '2026-06-05T00:00:00.000Z' })).toEqual(sent);
  });

  it('beyond that go by the next way, and the delivery says why', async () => {
    const { deps, tried } = post([sent]);
    const { sms } = operator();
    for (const _ of [1, 2]) await sms(escalation(), NUMBER, { now: first.now });
    const letter = notice(staff('sms', NUMBER), staff('email', 'officer@county.example'));
    const memory = memoryDeliveries();
    const reporting = { ...deps, deliveries: memory, transports: { ...deps.transports, sms } };
    expect(await sendNotice(letter, first, reporting)).toBe('sent');
    expect(tried).toEqual(['officer@county.example']);
    const { attempts } = memory.byNotice.get(letter.id)!;
    expect(attempts).toMatchObject([
      { result: 'later', reason: 'the number has had its text messages of the day' },
      { result: 'sent' },
    ]);
  });

  it('of an emergency always go out', async () => {
    const { sms, taken } = operator();
    for (const _ of [1, 2, 3]) await sms(urgent, NUMBER, { now: EVENING });
    expect(taken).toHaveLength(3);
  });

  it('that are tried again are counted once', async () => {
    const { sms, taken } = operator([busy, sent]);
    await sms(escalation(), NUMBER, { now: EVENING });
    const earlier = { transport: 'sms', recipient: 'city/leader', result: 'busy', reason: busy.kind } as const;
    for (const _ of [1, 2, 3]) await sms(escalation(), NUMBER, { now: EVENING, earlier });
    expect(await sms(escalation(), NUMBER, { now: EVENING })).toEqual(sent);
    expect(taken).toHaveLength(5);
  });

  it('of a list that is tried every five minutes are counted once, too', async () => {
    const { here } = await assigned(3);
    await here.sweep('2026-06-11 09:30');
    here.fault.mail = { kind: 'refused', reason: 'SMTP 550' };
    here.fault.sms = busy;
    const { limits, transports } = here.deps;
    const sms = budgetedSms({ send: transports.sms, limits, perDay: 1, onSpent: () => expect.fail('spent') });
    const handler = createHandler({ ...here.deps, transports: { ...transports, sms } });
    for (const time of ['09:35', '09:40', '09:45']) await handler({ time: beijing(`2026-06-11 ${time}`) });
    here.fault.sms = undefined;
    await handler({ time: beijing('2026-06-11 09:50') });
    expect(here.arrived.map(({ to, next }) => `${to} ${next}`)).toEqual(['13900000601 另有2件，请看工作台']);
  });
});
