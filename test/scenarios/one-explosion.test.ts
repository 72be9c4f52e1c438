import { describe, expect, it } from 'vitest';
import { gatheringIds, reportOf } from '../../domain/notices/staff/incident.ts';
import { dutyDesks, receiptOf } from '../support/incident.ts';

const DESK = 'duty.linhe-ecology';
/** As people tell of one and the same thing. */
const TOLD = [
  '临禾区鸿运化工厂爆炸了，浓烟滚滚，快来人！',
  '临禾区鸿运化工发生爆炸，窗户都震碎了，刺鼻气味很重',
  '我在临禾区，听到巨大的爆炸声，空气很呛',
  '临禾区一家化工厂爆炸，废气刺鼻，邻居都在咳嗽',
  '鸿运化工厂（临禾区）爆炸起火，黑烟飘到幸福小区',
];
const MANY = '临禾区鸿运化工厂爆炸，刺鼻废气弥漫，已有12人中毒';
const FEW = '临禾区鸿运化工厂爆炸，刺鼻废气弥漫，有3人中毒';
const told = (n: number) => `${TOLD[n % TOLD.length]!}（${n}）`;
const minute = (n: number) => `2026-06-01 10:${String(n).padStart(2, '0')}`;

/** Forty people tell of one explosion within half an hour. */
async function explosion() {
  const desks = dutyDesks();
  for (let n = 0; n < 40; n += 1) await desks.complain(minute(Math.floor(n * 0.75)), receiptOf(n), told(n));
  return desks;
}

const subjects = ({ told: toldTo }: ReturnType<typeof dutyDesks>, role = DESK) =>
  toldTo('紧急', role).map(({ at, notice }) => `${at} ${notice.subject}`);

describe('forty emergencies of one explosion', () => {
  it('are one letter to the duty desk at once, and one with the count and every number an hour later', async () => {
    const desks = await explosion();
    expect(subjects(desks)).toEqual([`2026-06-01 10:00 【紧急】${receiptOf(0)} 疑似突发环境事件，请立即核实`]);
    await desks.run('2026-06-01 10:59');
    expect(subjects(desks)).toHaveLength(1);
    await desks.run('2026-06-01 11:00');
    const [, second, ...more] = desks.told('紧急', DESK);
    expect(more).toEqual([]);
    expect(second).toMatchObject({ at: '2026-06-01 11:00' });
    expect(second?.notice.subject).toBe(`【紧急】${receiptOf(0)} 疑似突发环境事件：又收到来信39件`);
    for (let n = 1; n < 40; n += 1) expect(second?.notice.text).toContain(receiptOf(n));
  });

  it('are eight messages in all, not four for each', async () => {
    const desks = await explosion();
    expect(desks.arrived).toHaveLength(4);
    await desks.run('2026-06-01 11:00');
    expect(desks.arrived).toHaveLength(8);
    expect(desks.setAside).toEqual([]);
  });

  it('are one letter to an organ that assists with some, with the numbers of those', async () => {
    const desks = await explosion();
    const [event] = await desks.cases.events(receiptOf(7));
    const { own } = gatheringIds(reportOf(event!)!);
    const assisted = { ...reportOf(event!)!, assisting: ['linhe-urban-management'] };
    await desks.incidents.file(own, assisted, assisted.at);
    await desks.run('2026-06-01 11:00');
    const orders = desks.told('交办', 'handler.linhe-urban-management').map(({ notice }) => notice);
    expect(orders.map(({ subject }) => subject)).toEqual([`【交办】${receiptOf(0)} 请本单位协办：1件`]);
    expect(orders[0]?.text).toContain(receiptOf(7));
    expect(orders[0]?.text).not.toContain(receiptOf(8));
  });

  it('say their count in a text message as well', async () => {
    const desks = await explosion();
    await desks.run('2026-06-01 11:00');
    const [, counted] = desks.told('紧急', DESK);
    expect(counted?.notice.sms.values).toMatchObject({ kind: '紧急', duty: '又收到来信39件', due: '即刻' });
  });

  it('are each in the worklist of who leads, at once', async () => {
    const { cases } = await explosion();
    expect(cases.all().filter(({ lead }) => lead === 'linhe-ecology')).toHaveLength(40);
  });

  it('are told once, however often their events are relayed and the schedule runs', async () => {
    const desks = await explosion();
    for (let n = 0; n < 40; n += 1) await desks.relay(receiptOf(n));
    for (const at of ['11:00', '11:00', '11:01', '12:00']) await desks.run(`2026-06-01 ${at}`);
    for (let n = 0; n < 40; n += 1) await desks.relay(receiptOf(n));
    await desks.run('2026-06-01 13:00');
    expect(subjects(desks)).toHaveLength(2);
  });

  it('are told the same when all are registered first and relayed in any order', async () => {
    const desks = dutyDesks();
    for (let n = 0; n < 40; n += 1) await desks.register(minute(0), receiptOf(n), told(n));
    const order = Array.from({ length: 40 }, (_, n) => receiptOf((n * 17) % 40));
    await Promise.all(order.map(desks.relay));
    await desks.run('2026-06-01 11:00');
    const letters = desks.told('紧急', DESK).map(({ notice }) => `${notice.caseId} ${notice.text}`);
    expect(letters).toHaveLength(2);
    for (const receipt of order) expect(letters.join()).toContain(receipt);
  });

  it('wait with everything else while no transport takes anything, and arrive once', async () => {
    const desks = await explosion();
    desks.answers.result = { kind: 'busy', reason: 'ECONNREFUSED' };
    await desks.run('2026-06-01 11:00');
    await desks.run('2026-06-02 11:00');
    expect(subjects(desks)).toHaveLength(1);
    desks.answers.result = undefined;
    for (const at of ['20:00', '20:01', '20:02']) await desks.run(`2026-06-02 ${at}`);
    expect(subjects(desks)).toHaveLength(2);
    expect(new Set([...desks.deliveries.byNotice.values()].map(({ state }) => state))).toEqual(new Set(['sent']));
  });
});

describe('what is told at once all the same', () => {
  /** The subjects to the duty desk of the organ at which `text` arrives a quarter of an hour after an explosion. */
  async function deskAfter(text: string, { at = '2026-06-01 10:15', desk = DESK, first = TOLD[0]! } = {}) {
    const desks = dutyDesks();
    await desks.complain('2026-06-01 10:00', receiptOf(1), first);
    await desks.complain(at, receiptOf(2), text);
    return subjects(desks, desk).filter((subject) => subject.includes(receiptOf(2)));
  }

  it.each([
    ['another kind', '临禾区工厂废水直排北河，鱼大量死亡', {}],
    ['people fall ill', '临禾区化工厂废气刺鼻，二十多名居民突然呕吐', {}],
    ['a graver level', MANY, { first: FEW }],
    ['another enterprise', '临禾区宏达制药厂爆炸，废气刺鼻', {}],
    ['another county', '穗安区宏达制药厂爆炸，废气刺鼻', { desk: 'duty.suian-ecology' }],
    ['an hour later', TOLD[1]!, { at: '2026-06-01 11:00' }],
  ])('%s: %s', async (_, text, where) => {
    expect(await deskAfter(text, where)).toHaveLength(1);
  });

  it.each([
    ['the same in other words', TOLD[1]!, {}],
    ['no name at all', TOLD[2]!, {}],
    ['a less grave level', FEW, { first: MANY }],
    ['the next hour of the clock', TOLD[1]!, { at: '2026-06-01 10:59' }],
  ])('but not %s: %s', async (_, text, where) => {
    expect(await deskAfter(text, where)).toEqual([]);
  });
});
