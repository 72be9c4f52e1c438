import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { statusTextOf } from '../../domain/case/status-text.ts';
import { statusIn } from '../support/told-status.ts';
import { newWorld } from '../support/world.ts';

const PLAN: StaffCommand = {
  type: 'plan-rectification',
  measures: '加装油烟净化和隔声设施',
  owner: '赵测试',
  milestones: [
    { what: '设备到货', by: '2027-05-31' },
    { what: '安装调试', by: '2027-08-31' },
  ],
  end: '2027-11-30',
};

/** A case with an interim result of 11 January 2027, answered in time, while the works go on. */
async function rectified() {
  const world = newWorld();
  const { receipt } = await world.complain('2026-12-01 10:00');
  const order = async (at: string, command: StaffCommand, organ = 'county') =>
    (await world.order(at, organ, receipt, command)).kind;
  await order('2026-12-02 09:00', { type: 'accept' });
  await order('2027-01-11 10:00', { type: 'report-interim', findings: '已停用旧设备', remaining: '加装治理设施' });
  const letters = (kind: string) => world.arrivals().filter((line) => line.endsWith(`【${kind}】`));
  return { world, receipt, order, letters, stateOf: async () => (await world.cases.load(receipt))! };
}

describe('a rectification over three quarters', () => {
  it('is told to the complainant at its beginning, and keeps the answer from nobody', async () => {
    const { world, stateOf } = await rectified();
    const told = world.outbox.findLast(({ to }) => to === 'qian@citizen.example')!;
    expect(statusIn(told)).toBe('阶段性办结，整改中');
    expect(told.text).toContain('已办理：已停用旧设备\n尚需整改：加装治理设施');
    // The sixty days from the receipt of 1 December run on.
    expect(told.text).toContain('我们将在2027年1月30日（周六）24:00前办结并答复您。');
    expect(statusTextOf(await stateOf())).toBe('阶段性办结，整改中');
  });

  it('waits thirty days for its plan: without one the county is chased, then the city hears', async () => {
    const { receipt, world, letters } = await rectified();
    await world.close('2027-01-28 10:00', 'county', receipt, { answer: '经查属实，已责令改正，正在整改。' });
    await world.sweepUntil('2027-02-18 12:00');
    // Wednesday, 10 February, lies in the holiday of the Spring Festival: who should act gets their working days.
    expect(letters('催办')[0]).toBe('2027-02-10 08:15 email handler@county.example 【催办】');
    expect(letters('督办')[0]).toContain('leader@city.example');
  });

  it('reports each quarter and keeps its milestones; a quarter without a report goes to the city', async () => {
    const { receipt, world, order, letters, stateOf } = await rectified();
    await world.close('2027-01-28 10:00', 'county', receipt, { answer: '经查属实，已责令改正，正在整改。' });
    expect(await order('2027-02-01 10:00', PLAN)).toBe('done');
    expect(await order('2027-04-28 10:00', { type: 'report-progress', progress: '已签订合同' })).toBe('done');
    expect(await order('2027-05-20 10:00', { type: 'report-progress', progress: '已到货', done: [1] })).toBe('done');
    const heard = world.outbox.findLast(({ to }) => to === 'qian@citizen.example')!;
    expect([statusIn(heard), heard.text.includes('整改进展：已到货')]).toEqual(['有新的整改进展', true]);
    // Three months from 20 May end on Friday, 20 August; nobody reports.
    await world.sweepUntil('2027-08-24 12:00');
    expect(letters('督办')).toEqual(['2027-08-23 08:15 email leader@city.example 【督办】']);
    expect(world.outbox.find(({ subject }) => subject.startsWith('【督办】'))?.text).toContain(
      '主办单位county局尚未完成，请city局督促。\n\n应办：报送整改进展',
    );
    await order('2027-08-25 10:00', {
      type: 'report-progress',
      progress: '已安装',
      done: [2],
      withheld: '涉及商业秘密',
    });
    expect(await stateOf()).toMatchObject({ rectification: { reports: 3 } });
    // What is kept from the public is told in no letter.
    expect(world.outbox.findLast(({ to }) => to === 'qian@citizen.example')).toBe(heard);
    expect(await order('2027-11-20 10:00', { type: 'complete-rectification', result: '监测达标' })).toBe('done');
    // Then it is over: the complainant hears, and nobody is chased any more.
    const last = world.outbox.findLast(({ to }) => to === 'qian@citizen.example')!;
    expect(last.text).toContain('整改情况：监测达标');
    expect(statusTextOf(await stateOf())).toBe('已办结');
    const before = world.outbox.length;
    await world.sweepUntil('2028-12-31 00:00');
    expect(world.arrivals().slice(before)).toEqual([]);
  });

  it('that misses a milestone is chased for it, while its reports are in time', async () => {
    const { receipt, world, order, letters } = await rectified();
    await world.close('2027-01-28 10:00', 'county', receipt, { answer: '经查属实，已责令改正，正在整改。' });
    await order('2027-02-01 10:00', PLAN);
    await order('2027-05-28 10:00', { type: 'report-progress', progress: '尚未到货' });
    const before = world.outbox.length;
    await world.sweepUntil('2027-06-01 12:00');
    const since = world.outbox.slice(before).map(({ to, text }) => [to, text.includes('按整改方案完成下一节点')]);
    expect(since).toContainEqual(['handler@county.example', true]);
    expect(letters('超期').at(-1)).toContain('2027-06-01 08:15');
  });

  it('gets no more time from whoever has it: only the level above changes the plan', async () => {
    const { world, receipt, order, stateOf } = await rectified();
    await order('2027-02-01 10:00', PLAN);
    const later = { ...PLAN, milestones: [], end: '2028-05-31' } as StaffCommand;
    expect(await world.order('2027-02-02 10:00', 'county', receipt, later)).toMatchObject({ reason: 'not-yours' });
    expect(await order('2027-02-02 10:00', later, 'city')).toBe('done');
    expect(await stateOf()).toMatchObject({ rectification: { plan: { end: '2028-05-31' } } });
    expect(world.outbox.at(-1)).toMatchObject({
      to: 'handler@county.example',
      subject: expect.stringContaining('整改方案已调整'),
    });
  });

  it('takes no plan with a milestone after its end, and no milestone that there is not', async () => {
    const { world, receipt, order } = await rectified();
    const odd = { ...PLAN, end: '2027-06-30' } as StaffCommand;
    expect(await world.order('2027-02-01 10:00', 'county', receipt, odd)).toMatchObject({
      detail: '整改节点不能晚于完成时限',
    });
    await order('2027-02-01 10:00', PLAN);
    const third = { type: 'report-progress', progress: '已完成', done: [3] } as const;
    expect(await world.order('2027-02-02 10:00', 'county', receipt, third)).toMatchObject({
      detail: '没有这个节点，或者该节点已经完成',
    });
  });
});
