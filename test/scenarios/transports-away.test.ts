import { describe, expect, it } from 'vitest';
import { importanceOf } from '../../domain/notices/importance.ts';
import { consoleOf } from '../support/messages.ts';
import { ACCOUNT_EMPTY, badWeek, type Fault, MAIL_AWAY, mailOnly, province } from '../support/transports-in-trouble.ts';

describe('a mail host that is away for 36 hours, and a text message account that is empty for a day', () => {
  it('lose nothing: every notice arrives afterwards, once, the most important first', async () => {
    const here = province();
    here.faults.set('email', MAIL_AWAY).set('sms', ACCOUNT_EMPTY);
    await badWeek(here);
    const ids = here.queued.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(10);
    expect(new Set(here.queued.map(importanceOf))).toEqual(new Set(ORDER.filter((one) => one !== 'acknowledgement')));
    expect(await here.deliver()).toEqual({ batchItemFailures: [] });
    await here.pass(24, 5);
    expect(here.arrived).toEqual([]);
    here.faults.delete('sms');
    await here.pass(12, 5);
    here.faults.delete('email');
    await here.pass(1);

    expect(here.ids().toSorted()).toEqual(ids.toSorted());
    expect(new Set(here.states())).toEqual(new Set(['sent']));
    expect(here.letters).toEqual([]);
    for (const transport of ['sms', 'email']) {
      const ranks = here.arrived.filter((one) => one.transport === transport).map(({ notice }) => importanceOf(notice));
      expect(ranks).toEqual(ranks.toSorted((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other)));
    }
  });

  it('are each tried once in five minutes, however much waits, and all goes out at the first try that succeeds', async () => {
    const here = province();
    here.faults.set('email', MAIL_AWAY).set('sms', ACCOUNT_EMPTY);
    for (let n = 0; n < 20; n += 1) await here.world.complain('2026-06-01 10:00', { sourceId: `form-${n}` });
    await here.deliver();
    await here.pass(1, 5);
    const before = here.asked.length;
    await here.pass(0.5);
    expect(here.asked.slice(before).toSorted()).toEqual([...Array(6).fill('email'), ...Array(6).fill('sms')]);
    here.faults.clear();
    await here.pass(5 / 60);
    expect(new Set(here.arrived.map(({ at }) => at)).size).toBe(1);
    expect(here.states()).toEqual(Array(20).fill('sent'));
  });
});

const ORDER = ['urgent', 'escalated', 'answer', 'duty', 'reminder', 'acknowledgement'];

describe('whatever is wrong with a transport', () => {
  it.each<[string, Fault]>([
    ['the host refuses connections', MAIL_AWAY],
    ['the host is throttling', { kind: 'busy', reason: 'SMTP 421' }],
    ['the password was changed', { kind: 'barred', reason: 'SMTP 535' }],
    ['the quota of the day is used up', { kind: 'barred', reason: 'DailyQuota' }],
    ['the secret cannot be read', { kind: 'busy', reason: 'ThrottlingException' }],
    ['the mailbox is greylisted', { kind: 'later', reason: 'SMTP 451' }],
    ['we have never heard of the reason', { kind: 'later', reason: 'SMTP 554' }],
  ])('a citizen with nothing but e-mail is told once it is over: %s', async (_, fault) => {
    const here = province();
    here.faults.set('email', fault);
    const { receipt } = await here.world.complain('2026-06-01 10:00', mailOnly);
    here.queued.length = 0;
    await here.world.order('2026-06-01 10:01', 'county', receipt, { type: 'accept' });
    const id = `${receipt}#2#complainant`;
    expect(here.queued.map((notice) => notice.id)).toEqual([id]);
    // However often the queue hands it out: five receives were the end of it once.
    const [notice] = here.queued;
    for (const receives of [1, 2, 3, 4, 5]) {
      here.queued.splice(0, 1, notice!);
      expect(await here.deliver(receives)).toEqual({ batchItemFailures: [] });
    }
    await here.pass(24, 5);
    expect(here.states()).toEqual(['waiting']);
    here.faults.clear();
    await here.pass(5, 5);
    expect([here.ids(), here.states(), here.letters]).toEqual([[id], ['sent'], []]);
  });

  it('a reminder whose duty was done while it waited is not sent any more', async () => {
    const here = province();
    here.faults.set('email', MAIL_AWAY).set('sms', ACCOUNT_EMPTY);
    const { receipt } = await here.world.complain('2026-06-01 10:00', mailOnly);
    await here.world.sweepUntil('2026-06-14 10:00');
    const chased = here.queued.filter(({ sms }) => sms.use === 'staff' && sms.values.kind === '提醒');
    await here.deliver();
    await here.world.order('2026-06-14 10:01', 'county', receipt, { type: 'accept' });
    here.queued.length = 0;
    here.faults.clear();
    await here.tick();
    expect(chased.length).toBeGreaterThan(0);
    expect(here.ids()).not.toEqual(expect.arrayContaining([chased[0]!.id]));
    expect(here.states()).toContain('needless');
  });

  it('one notice that cannot be made any more holds up no other, and is counted', async () => {
    const here = province();
    here.faults.set('email', MAIL_AWAY);
    await here.world.complain('2026-06-01 10:00', mailOnly);
    here.queued.unshift({ ...here.queued[0]!, id: 'QH-0000-0000-0000#1#county#handler#email' });
    await here.deliver();
    here.faults.clear();
    const written = await consoleOf(here.tick);
    expect(here.arrived.length).toBeGreaterThan(0);
    expect(written).toContain('"NoticeNotRetried":1');
  });

  it('says for how long the oldest notice has waited', async () => {
    const here = province();
    here.faults.set('email', MAIL_AWAY).set('sms', ACCOUNT_EMPTY);
    await here.world.complain('2026-06-01 10:00', mailOnly);
    await here.deliver();
    await here.pass(2);
    expect(await consoleOf(here.tick)).toContain('"NoticeWaitsMinutes":120');
    here.faults.clear();
    await here.pass(6 / 60);
    expect(await consoleOf(here.tick)).not.toContain('NoticeWaitsMinutes');
  });
});
