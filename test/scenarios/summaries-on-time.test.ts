import { describe, expect, it } from 'vitest';
import { memoryLists } from '../../adapters/memory/lists.ts';
import type { DigestSettings } from '../../domain/digests.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import type { Organs } from '../../domain/organs.ts';
import type { Send } from '../../usecases/notices/delivery/delivery.ts';
import { findSummary } from '../../usecases/notices/digests/summaries.ts';
import { delivering } from '../support/delivering.ts';
import { batchOf } from '../support/messages.ts';
import { beijing, inBeijing, noticeHours } from '../support/rules.ts';
import { newWorld, rules } from '../support/world.ts';

const ANSWER = '经查属实，工地夜间施工未取得证明，已责令停工并立案。';
const TOP = 'leader@province.example';
const COUNTY = 'leader@county.example';

/** The same people, the heads of these organs having chosen. */
function choosing(chosen: Readonly<Record<string, DigestSettings>>): Organs {
  return new Map(
    [...rules().organs].map(([id, organ]) => {
      const contacts = organ.contacts.map((one) => (one.role === 'leader' ? { ...one, digests: chosen[id] } : one));
      return [id, { ...organ, contacts }];
    }),
  );
}

/** A county with one case that nobody touches and one that is answered in the second week of June 2026. */
async function county(chosen: Readonly<Record<string, DigestSettings>> = {}) {
  const queued: Notice[] = [];
  const world = newWorld(async (notices) => void queued.push(...notices));
  const arrived: { readonly at: string; readonly to: string; readonly subject: string; readonly text: string }[] = [];
  const done: string[] = [];
  const kept = memoryLists(world.cases.listings);
  const lists: typeof kept = {
    read(...asked) {
      done.push('counted');
      return kept.read(...asked);
    },
  };
  const put: Send = async ({ subject, text, sms }, to, { now }) => {
    const words = to.includes('@') || sms.use === 'complainant' ? text : sms.values.duty;
    done.push(to);
    arrived.push({ at: inBeijing(now), to, subject, text: words });
    return { kind: 'sent', reference: subject };
  };
  const onQueued = (notices: readonly Notice[]) => void queued.push(...notices);
  const handler = delivering({ world, send: put, lists, organs: choosing(chosen), onQueued });
  const run = (at: string) => handler({ time: beijing(at) });
  await run('2026-06-01 09:00');
  const { receipt: untouched } = await world.complain('2026-06-01 10:00', { sourceId: 'untouched' });
  const { receipt: answered } = await world.complain('2026-06-08 10:00', { sourceId: 'answered' });
  await world.order('2026-06-09 10:00', 'county/handler', answered, { type: 'accept' });
  await world.order('2026-06-10 10:00', 'county/handler', answered, { type: 'propose-closing', answer: ANSWER });
  await world.order('2026-06-10 11:00', 'county/reviewer', answered, { type: 'close' });
  queued.splice(0);
  const deliver = (at: string) => handler(batchOf(queued.splice(0), { sentAt: Date.parse(beijing(at)) }));
  const monday = async (day: string) => {
    for (const time of ['08:15', '08:16', '08:30', '08:31', '09:00']) await run(`${day} ${time}`);
  };
  const to = (address: string) => arrived.filter((one) => one.to === address);
  return { world, lists, done, untouched, answered, run, monday, deliver, to, arrived };
}

it('a minute in which nothing is due asks when something will be, what waits, what is stuck and what was sent: no more', async () => {
  const world = newWorld(async () => {});
  const asked: string[] = [];
  const noted = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get(target, name) {
        asked.push(String(name));
        return Reflect.get(target, name);
      },
    });
  const { deliveries, incidents } = world;
  const run = delivering({
    world: { ...world, deliveries: noted(deliveries), incidents: noted(incidents) },
    send: async () => ({ kind: 'sent', reference: 'r' }),
  });
  for (const time of ['09:00', '09:01']) await run({ time: beijing(`2026-06-01 ${time}`) });
  asked.splice(0);
  await run({ time: beijing('2026-06-01 09:02') });
  expect(asked).toEqual(['earliest', 'earliestDeferred', 'waiting', 'inHandSince', 'sentUntil']);
});

describe('the week', () => {
  it('is told once on Monday to the head of the province: by unit what came, was answered and is overdue', async () => {
    const { monday, to } = await county();
    await monday('2026-06-15');
    expect(to(TOP).map(({ at, subject }) => `${at} ${subject}`)).toEqual([
      '2026-06-15 08:30 【周报】province局周报（2026年6月8日至2026年6月14日）',
    ]);
    expect(to(TOP)[0]!.text).toContain('county局：收到1件，办结1件，超期0件，满意0件，重复反映');
    await monday('2026-06-22');
    expect(to(TOP)).toHaveLength(2);
    expect(to(TOP)[1]!.text).toContain('county局：收到0件，办结0件，超期1件');
  });

  it('in which nothing happened is told to nobody', async () => {
    const { monday, to } = await county();
    await monday('2026-06-08');
    await monday('2026-06-15');
    expect(to(TOP)).toHaveLength(2);
    const quiet = await county();
    await quiet.run('2026-05-25 08:15');
    expect(quiet.to(TOP)).toEqual([]);
  });

  it('comes late and once after an outage, and not at all to whoever does not want it', async () => {
    const { run, to } = await county({ county: { weekly: 'sms' }, province: { monthly: 'none', weekly: 'none' } });
    for (const at of ['2026-06-17 03:00', '2026-06-17 03:01', '2026-06-17 08:30', '2026-06-17 08:31']) await run(at);
    expect(to(TOP)).toEqual([]);
    expect(to('13900000602').map(({ at, text }) => `${at} ${text}`)).toEqual(['2026-06-17 08:30 共1项，请看工作台']);
  });
});

describe('many digests of one morning', () => {
  it('are counted once, after what goes to others has gone', async () => {
    const weekly = { weekly: 'email', overdue: 'email' } as const;
    const { run, done, world, deliver } = await county({ county: weekly, city: weekly, province: weekly });
    const { receipt } = await world.complain('2026-06-20 10:00', { sourceId: 'new' });
    await world.order('2026-06-22 08:10', 'county/handler', receipt, { type: 'accept' });
    await world.order('2026-06-22 08:13', 'county/handler', receipt, { type: 'propose-closing', answer: ANSWER });
    await deliver('2026-06-22 08:14');
    await run('2026-06-22 08:15');
    done.splice(0);
    await run('2026-06-22 08:30');
    const counted = done.indexOf('counted');
    expect(done.filter((one) => one === 'counted')).toHaveLength(1);
    expect(done.slice(counted + 1)).toEqual(expect.arrayContaining([TOP, COUNTY]));
    expect(done.slice(0, counted).length).toBeGreaterThan(0);
  });

  it('go out as they were put by, whatever their reader chose since', async () => {
    const { world, lists } = await county();
    const id = 'SUMMARY-weekly-2026-06-15#province#leader#sms';
    const summaries = { lists, missed: world.deliveries, hours: noticeHours, entries: world.entries };
    const found = await findSummary(id, summaries, { cases: world.cases, rules: rules() });
    expect(found).toMatchObject({ id });
    expect(found).toHaveProperty('addresses.0.transport', 'sms');
  });

  it('count a complaint that was split by the whole, not by its parts', async () => {
    const { world, lists } = await county();
    const part = { whole: 'QH-0000-0000-0001', number: 1, until: beijing('2026-08-01 00:00') };
    const cases = { load: async (id: string) => ({ ...(await world.cases.load(id))!, partOf: part }) };
    const summaries = { lists, missed: world.deliveries, hours: noticeHours, entries: world.entries };
    const id = 'SUMMARY-weekly-2026-06-15#province#leader#email';
    const found = await findSummary(id, summaries, { cases, rules: rules() });
    expect(found).toHaveProperty('text', expect.stringContaining('收到0件，办结1件'));
  });
});

describe('the month', () => {
  it('is told on its first working day to the head of the province', async () => {
    const { monday, to } = await county();
    await monday('2026-07-01');
    const [letter] = to(TOP).filter(({ subject }) => subject.includes('月报'));
    expect(letter!.text).toContain('2026年6月1日至2026年6月30日province局及下级单位');
    expect(letter!.text).toContain('county局：收到2件，办结1件，超期1件');
  });
});

describe('what stays overdue', () => {
  it('goes along with a letter of Monday to the head of the unit, and by itself to whoever chose how', async () => {
    const silent = await county();
    await silent.monday('2026-06-22');
    expect(silent.to(COUNTY)).toEqual([]);
    const { monday, to, untouched, answered } = await county({ county: { overdue: 'email' } });
    await monday('2026-06-22');
    expect(to(COUNTY).map(({ at, subject }) => `${at} ${subject}`)).toEqual([
      '2026-06-22 08:30 【超期】county局超期清单（2026年6月22日）',
    ]);
    expect(to(COUNTY)[0]!.text).toMatch(
      new RegExp(`${untouched}：噪声，.+，期限2026年6月16日（周二）24:00，已超期5天`),
    );
    expect(to(COUNTY)[0]!.text).not.toContain(answered);
  });

  it('is read in the section of what is overdue, beside a letter that goes to the same person', async () => {
    const { monday, to, world, deliver, untouched } = await county();
    const { receipt } = await world.complain('2026-06-20 10:00', { sourceId: 'new' });
    await world.order('2026-06-22 08:10', 'county/handler', receipt, { type: 'accept' });
    await world.order('2026-06-22 08:14', 'county/handler', receipt, { type: 'propose-closing', answer: ANSWER });
    await deliver('2026-06-22 08:14');
    await monday('2026-06-22');
    const [letter] = to(COUNTY);
    const [late, fresh] = ['◆ 已超期（1件）', '◆ 新到（1件）'].map((heading) => letter!.text.indexOf(heading));
    expect([late! > 0, fresh! > late!, letter!.text.indexOf(untouched) < fresh!]).toEqual([true, true, true]);
  });

  it('is the delay of whoever must act: of the city that has not reviewed a report, not of who reported', async () => {
    const { monday, to, world } = await county({ county: { overdue: 'email' }, city: { overdue: 'email' } });
    const { receipt } = await world.complain('2026-06-09 10:00', { sourceId: 'reported' });
    await world.order('2026-06-10 10:00', 'county/handler', receipt, { type: 'accept' });
    await world.order('2026-06-11 10:00', 'county/handler', receipt, { type: 'report', findings: '已查实' });
    await monday('2026-06-29');
    expect(to('leader@city.example').map(({ text }) => text.includes(receipt))).toEqual([true]);
    expect(to(COUNTY).map(({ text }) => text.includes(receipt))).toEqual([false]);
    expect(to(TOP)[0]!.text).toContain('city局：收到0件，办结0件，超期1件');
  });

  it('is also what has ended, where nobody has decided whether it is opened again', async () => {
    const { monday, to, world, answered } = await county({ county: { overdue: 'email' } });
    const follows = { to: answered, as: 'send-back' } as const;
    await world.complain('2026-06-11 10:00', { sourceId: 'again', follows });
    await monday('2026-06-22');
    expect(to(COUNTY).at(-1)!.text).not.toContain(answered);
    await monday('2026-06-29');
    expect(to(COUNTY).at(-1)!.text).toContain(answered);
  });
});
