import { describe, expect, it } from 'vitest';
import { recordedQueue } from '../../usecases/notices/relaying/recorded-queue.ts';
import type { Found, Given } from '../../usecases/notices/transports/inquiry.ts';
import { consoleOf } from '../support/messages.ts';
import { MAIL_AWAY, mailOnly, province } from '../support/transports-in-trouble.ts';

const MINUTE = 1 / 60;

/** A case whose complainant is to be told at 10:01 that it was accepted; the notice is on record, and queued. */
async function toBeTold(here = province(), contact: typeof mailOnly | { contact: { phone: string } } = mailOnly) {
  const { receipt } = await here.world.complain('2026-06-01 10:00', contact);
  here.queued.length = 0;
  await here.world.order('2026-06-01 10:01', 'county', receipt, { type: 'accept' });
  await recordedQueue({ send: async () => {} }, here.world.deliveries).send(here.queued);
  const [notice] = here.queued;
  return { ...here, notice: notice! };
}

describe('a notice that gets stuck', () => {
  it('because its queue lost the message is sent five minutes later, once, also when the message comes after all', async () => {
    const { queued, pass, ids, deliver, notice, states } = await toBeTold();
    queued.length = 0;
    await pass(5 * MINUTE);
    expect(ids()).toEqual([]);
    await pass(MINUTE);
    expect(ids()).toEqual([notice.id]);
    queued.push(notice);
    expect(await deliver()).toEqual({ batchItemFailures: [] });
    expect([ids(), states()]).toEqual([[notice.id], ['sent']]);
  });

  it('because the function died before anything was handed over is sent to the same person', async () => {
    const { world, queued, pass, ids, notice, now } = await toBeTold();
    queued.length = 0;
    const before = await world.deliveries.claim(notice, { id: 'm', now: now() });
    const begun = {
      transport: 'email',
      recipient: 'complainant',
      result: 'unknown',
      reason: 'begun',
      tries: 1,
    } as const;
    await world.deliveries.change(notice, before, { ...before, state: 'sending', attempts: [begun], version: 2 });
    await pass(6 * MINUTE);
    expect(ids()).toEqual([notice.id]);
  });

  it('and that no event explains is told with each run, and holds up no other', async () => {
    const { world, queued, pass, ids, notice } = await toBeTold();
    queued.length = 0;
    await recordedQueue({ send: async () => {} }, world.deliveries).send([
      { ...notice, id: 'QH-0000-0000-0000#9#complainant' },
    ]);
    const log = await consoleOf(() => pass(6 * MINUTE));
    expect(log).toContain('"NoticeNotRetried":1');
    expect(ids()).toEqual([notice.id]);
  });
});

describe('a notice that no transport takes for 72 hours', () => {
  it('comes to an end that is told, and that ops may open again', async () => {
    const { faults, deliver, pass, states, handler, notice, now, tick, ids } = await toBeTold();
    faults.set('email', MAIL_AWAY);
    await deliver();
    await pass(71, 60);
    expect(states()).toEqual(['waiting']);
    const log = await consoleOf(() => pass(2, 30));
    expect([states(), log]).toEqual([['expired'], expect.stringContaining('"NoticeUndeliverable":1')]);
    faults.clear();
    await handler({ reopen: [notice.id], time: now() });
    await tick();
    expect([states(), ids()]).toEqual([['sent'], [notice.id]]);
  });
});

describe('a notice that was sent', () => {
  it('and of which nobody says more is unconfirmed after 72 hours', async () => {
    const { deliver, pass, states } = await toBeTold();
    await deliver();
    await pass(71, 60);
    expect(states()).toEqual(['sent']);
    const log = await consoleOf(() => pass(2, 60));
    expect([states(), log]).toEqual([['unconfirmed'], expect.stringContaining('"NoticeEnded":1')]);
  });

  const byPhone = { contact: { phone: '13911112222' } };
  const RECEIPTS: Readonly<Record<string, Found>> = {
    delivered: { kind: 'taken', receipt: { kind: 'delivered', at: '2026-06-01T02:02:00.000Z' } },
    failed: { kind: 'taken', receipt: { kind: 'returned', at: '2026-06-01T02:02:00.000Z', reason: 'UNDELIV' } },
    unconfirmed: { kind: 'silent' },
  };

  it.each(Object.entries(RECEIPTS))('as a text message is asked after, and ends %s', async (end, found) => {
    const asked: Given[] = [];
    const sms = async (message: Given) => {
      asked.push(message);
      return found;
    };
    const { deliver, pass, states, notice, ids } = await toBeTold(province({ sms }), byPhone);
    await deliver();
    await pass(50 * MINUTE, 10);
    expect(asked).toEqual([]);
    await pass(0.5, 10);
    expect(asked).toEqual([expect.objectContaining({ id: notice.id, to: '13911112222' })]);
    await pass(72, 60);
    expect([states(), ids()]).toEqual([[end], [notice.id]]);
  });
});
