import { describe, expect, it } from 'vitest';
import { runningClocks } from '../../domain/case/case.ts';
import type { Classification } from '../../domain/classification/classification.ts';
import { inBeijing } from '../support/rules.ts';
import { analyse, newWorld } from '../support/world.ts';

/** Three in the morning: a chemical plant has blown up, and so many are badly hurt that its text makes that level. */
async function atThree(incidentLevel?: Classification['incidentLevel']) {
  const analysis = analyse();
  const classification = { ...analysis.classification, urgency: 'emergency' as const, incidentLevel };
  const world = newWorld(undefined, () => ({ ...analysis, classification }));
  const text = '化工厂爆炸，12人重伤，浓烟往居民区飘。';
  const { receipt } = await world.complain('2026-06-01 03:00', { text });
  const clocks = async () =>
    runningClocks((await world.cases.load(receipt))!).map(({ name, dueAt }) => `${name} ${inBeijing(dueAt)}`);
  const urgent = () => world.outbox.filter(({ subject }) => subject.startsWith('【紧急】'));
  return { world, receipt, clocks, urgent };
}

describe('an emergency with injured people at 03:00', () => {
  it('wakes the duty desk with the hours and with no deadline of an ordinary case', async () => {
    const { clocks, urgent } = await atThree('Ⅲ');
    expect(urgent().map(({ transport, to }) => `${transport} ${to}`)).toEqual([
      'sms 13900000603',
      'email duty@county.example',
      'sms 13900000602',
    ]);
    const { text } = urgent()[1]!;
    expect(text).toContain('Ⅳ级、Ⅲ级的4小时内报本级人民政府和上一级生态环境主管部门');
    expect(text).toContain('期限：2026年6月1日（周一）07:00前（北京时间），还有4小时');
    expect(text).not.toMatch(/15日|60日|6月16日|书面告知|办结并答复/);
    expect(await clocks()).toContain('incident-report 2026-06-01 07:00');
  });

  it('has two hours where the level is grave, or cannot be told', async () => {
    expect(await (await atThree('Ⅱ')).clocks()).toContain('incident-report 2026-06-01 05:00');
    expect(await (await atThree()).clocks()).toContain('incident-report 2026-06-01 05:00');
  });

  it('is chased by the quarter of an hour, at night, up the line, if nobody reports', async () => {
    const { world } = await atThree();
    const before = world.outbox.length;
    await world.sweepUntil('2026-06-01 08:00');
    expect(world.arrivals().slice(before)).toEqual([
      ...['sms 13900000603', 'sms 13900000602'].map((to) => `2026-06-01 04:00 ${to} 【提醒】`),
      ...['sms 13900000603', 'sms 13900000602'].map((to) => `2026-06-01 05:00 ${to} 【超期】`),
      ...['sms 13900000403', 'email duty@city.example', 'sms 13900000402'].map(
        (to) => `2026-06-01 05:15 ${to} 【督办】`,
      ),
      ...['sms 13900000803', 'email duty@province.example', 'sms 13900000802'].map(
        (to) => `2026-06-01 05:30 ${to} 【督办】`,
      ),
    ]);
  });

  it('is reported step by step: first, to the ministry within an hour, on, to the neighbours, and its end', async () => {
    const { world, receipt, clocks, urgent } = await atThree();
    const report = (
      at: string,
      organ: string,
      kind: 'initial' | 'follow-up' | 'final' | 'to-ministry',
      level?: 'Ⅱ' | 'Ⅲ',
    ) =>
      world.order(`2026-06-01 ${at}`, organ, receipt, {
        type: 'report-incident',
        kind,
        level,
        words: '12人重伤，已疏散',
      });
    // 03:20: the county cannot report on before it has reported at all.
    expect(await report('03:20', 'county', 'follow-up')).toMatchObject({ detail: '尚未初报' });
    // 03:40: the first report, grave; the city and the province hear of it, and the province's hour begins.
    await report('03:40', 'county', 'initial', 'Ⅱ');
    const heard = urgent()
      .slice(-6)
      .map(({ to }) => to);
    expect(heard).toContain('duty@city.example');
    expect(heard).toContain('duty@province.example');
    expect(await clocks()).toContain('incident-to-ministry 2026-06-01 04:40');
    expect((await clocks()).join()).not.toContain('incident-report');
    expect(urgent().at(-2)?.text).toContain('county局突发环境事件初报（Ⅱ级）。\n报告内容：12人重伤，已疏散');
    // 03:50: the neighbour hears what it must know, and no deadline.
    const inform = { type: 'inform-neighbours', organs: ['neighbour'], words: '风向东南' } as const;
    await world.order('2026-06-01 03:50', 'county', receipt, inform);
    const neighbour = world.outbox.find(({ to }) => to === 'duty@neighbour.example');
    expect(neighbour?.text).toContain('突发环境事件可能波及贵地，请立即做好防范。\n通报内容：风向东南');
    expect(neighbour?.text).not.toContain('期限');
    // 04:00: only the province reports to the ministry.
    expect(await report('04:00', 'county', 'to-ministry')).toMatchObject({ detail: '由省级主管部门向上报告' });
    await report('04:10', 'province', 'to-ministry');
    expect((await clocks()).join()).not.toContain('incident-to-ministry');
    // Later: on, and the end; nobody is chased for what was done.
    await report('09:00', 'county', 'follow-up');
    await report('18:00', 'county', 'final', 'Ⅲ');
    expect(await report('19:00', 'county', 'initial')).toMatchObject({ detail: '已经初报，请续报' });
    const before = world.outbox.length;
    await world.sweepUntil('2026-06-02 08:00');
    expect(world.arrivals().slice(before)).toEqual([]);
  });

  it('that turns out to be none stops the hours, and leaves the case as it is', async () => {
    const { world, receipt, clocks, urgent } = await atThree();
    const unfounded = { type: 'report-incident', kind: 'unfounded', words: '为锅炉排汽' } as const;
    await world.order('2026-06-01 03:30', 'county', receipt, unfounded);
    expect((await clocks()).map((clock) => clock.split(' ')[0])).toEqual(['tell', 'objection']);
    const { text } = urgent().at(-2)!;
    expect(text).toContain('county局突发环境事件经核实不属实。\n报告内容：为锅炉排汽');
  });

  it('is a report of emergencies only', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-06-01 10:00');
    const report = { type: 'report-incident', kind: 'initial', words: '爆炸' } as const;
    expect(await world.order('2026-06-01 11:00', 'county', receipt, report)).toMatchObject({
      detail: '本件未列为突发环境事件；经核实是的，请先改判',
    });
    const correct = {
      type: 'reclassify',
      types: ['大气'],
      matter: 'odour',
      urgency: 'emergency',
      reason: '现场核实',
    } as const;
    await world.order('2026-06-01 11:10', 'county', receipt, correct);
    expect(await world.order('2026-06-01 11:20', 'county', receipt, report)).toMatchObject({ kind: 'done' });
  });
});
