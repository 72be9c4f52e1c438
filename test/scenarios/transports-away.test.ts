import { describe, expect, it } from 'vitest';
import { memoryLimits } from '../../adapters/memory/limits.ts';
import { importanceOf } from '../../domain/notices/importance.ts';
import type { Notice, Transport } from '../../domain/notices/notice.ts';
import { createHandler } from '../../functions/deliver-notice/handler.ts';
import type { Send, SendResult } from '../../usecases/notices/delivery.ts';
import { batchOf, consoleOf, desk } from '../support/messages.ts';
import { beijing, noticeHours } from '../support/rules.ts';
import { newWorld, rules } from '../support/world.ts';

type Fault = Exclude<SendResult, { kind: 'sent' }>;

const MAIL_AWAY: Fault = { kind: 'busy', reason: 'ECONNREFUSED' };
const ACCOUNT_EMPTY: Fault = { kind: 'barred', reason: 'isv.AMOUNT_NOT_ENOUGH' };
const MINUTE_MS = 60_000;

/** A province whose transports answer as told, and whose schedule runs every minute. */
function province() {
  const faults = new Map<Transport, Fault>();
  const arrived: {
    readonly at: string;
    readonly transport: Transport;
    readonly to: string;
    readonly notice: Notice;
  }[] = [];
  const asked: Transport[] = [];
  const { letters, setAside } = desk();
  let clock = Date.parse(beijing('2026-06-01 10:00'));
  const by =
    (transport: Transport): Send =>
    async (notice, to, { now }) => {
      asked.push(transport);
      const fault = faults.get(transport);
      if (fault) return fault;
      arrived.push({ at: now, transport, to, notice });
      return { kind: 'sent', reference: notice.id };
    };
  const queued: Notice[] = [];
  // Each goes alone here: what becomes of lists is told in notice-lists.test.ts.
  const put = async (notices: readonly Notice[]) =>
    void queued.push(...notices.map(({ wait: _, ...notice }) => notice));
  const world = newWorld(put);
  const handler = createHandler({
    cases: world.cases,
    incidents: world.incidents,
    noticeQueue: { send: put },
    ...{ ...world.keep, limits: memoryLimits(), hours: noticeHours },
    rules: rules(),
    deliveries: world.deliveries,
    setAside,
    complainantOf: world.vault.readContact,
    transports: { email: by('email'), sms: by('sms') },
  });
  const states = () => [...world.deliveries.byNotice.values()].map(({ state }) => state);
  return {
    world,
    faults,
    arrived,
    asked,
    letters,
    handler,
    queued,
    states,
    ids: () => arrived.map(({ notice }) => notice.id),
    /** The queue hands out what was put there. */
    deliver: async (receives = 1) => handler(batchOf(queued.splice(0), { sentAt: clock, receives })),
    /** The schedule runs at each minute of these hours, or every so many minutes. */
    async pass(hours: number, minutes = 1) {
      for (const end = clock + hours * 60 * MINUTE_MS; clock < end; ) {
        clock += minutes * MINUTE_MS;
        await handler({ time: new Date(clock).toISOString() });
      }
    },
    /** Runs the schedule once. */
    tick: () => handler({ time: new Date(clock).toISOString() }),
    now: () => new Date(clock).toISOString(),
  };
}

/** What a bad week brings: an emergency, orders, an answer, reminders, and whatever else the ladder of a case sends. */
async function badWeek({ world }: ReturnType<typeof province>): Promise<void> {
  await world.complain('2026-06-01 10:00', { sourceId: 'form-1' });
  const answered = await world.complain('2026-06-01 10:01', { sourceId: 'form-2' });
  await world.order('2026-06-01 10:02', 'county', answered.receipt, { type: 'accept' });
  await world.sweepUntil('2026-06-20 10:00');
  const explosion = await world.complain('2026-06-20 10:01', { sourceId: 'form-3' });
  await world.order('2026-06-20 10:02', 'county', explosion.receipt, {
    type: 'reclassify',
    types: ['大气'],
    matter: 'odour',
    urgency: 'emergency',
    reason: '爆炸',
  });
}

const mailOnly = { contact: { email: 'qian@citizen.example' } };

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

  it('cost a few attempts a minute, however much waits', async () => {
    const here = province();
    here.faults.set('email', MAIL_AWAY).set('sms', ACCOUNT_EMPTY);
    for (let n = 0; n < 40; n += 1) await here.world.complain('2026-06-01 10:00', { sourceId: `form-${n}` });
    await here.deliver();
    await here.pass(1);
    const before = here.asked.length;
    await here.pass(1 / 60);
    // Of each transport: three in a row, and those that were under way with the third.
    expect(here.asked.length - before).toBeLessThanOrEqual(2 * (3 + 4));
    expect(here.states().length).toBe(40);
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
    await here.pass(24);
    expect(here.states()).toEqual(['waiting']);
    here.faults.clear();
    await here.pass(5);
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
    await here.tick();
    expect(await consoleOf(here.tick)).not.toContain('NoticeWaitsMinutes');
  });
});

describe('a delivery that has ended', () => {
  async function failed() {
    const here = province();
    here.faults.set('email', { kind: 'refused', reason: 'SMTP 550' });
    const { receipt } = await here.world.complain('2026-06-01 10:00', mailOnly);
    here.queued.length = 0;
    await here.world.order('2026-06-01 10:01', 'county', receipt, { type: 'accept' });
    const [notice] = here.queued;
    await here.deliver();
    expect(here.states()).toEqual(['failed']);
    here.faults.clear();
    return { ...here, notice: notice! };
  }

  it('is opened again by ops, and goes out with the next run, once', async () => {
    const { handler, notice, ids, tick, now, pass } = await failed();
    expect(await handler({ reopen: [notice.id], time: now() })).toEqual({ [notice.id]: 'reopened' });
    await tick();
    expect(await handler({ reopen: [notice.id], time: now() })).toEqual({ [notice.id]: 'sent' });
    await pass(1);
    expect(ids()).toEqual([notice.id]);
  });

  it('is not opened by its message coming once more', async () => {
    const { deliver, queued, notice, ids, pass } = await failed();
    queued.push(notice);
    await deliver();
    await pass(1);
    expect(ids()).toEqual([]);
  });

  it('that there is not is said not to be there', async () => {
    const { handler, now } = await failed();
    const unknown = 'QH-0000-0000-0000#1#complainant';
    expect(await handler({ reopen: [unknown], time: now() })).toEqual({ [unknown]: 'no-such-notice' });
  });

  it('and waits for a transport is tried at once when ops says so', async () => {
    const here = province();
    here.faults.set('email', { kind: 'later', reason: 'SMTP 451' });
    await here.world.complain('2026-06-01 10:00', mailOnly);
    const [notice] = here.queued;
    await here.deliver();
    here.faults.clear();
    await here.handler({ reopen: [notice!.id], time: here.now() });
    await here.tick();
    expect(here.ids()).toContain(notice!.id);
  });
});
