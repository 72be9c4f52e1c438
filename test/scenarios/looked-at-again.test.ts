import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { milestonesOf } from '../../domain/notices/complainants/milestones.ts';
import { newWorld } from '../support/world.ts';

const CALL: StaffCommand = {
  type: 'call-back',
  on: '2026-12-20',
  caller: '赵测试',
  result: 'dissatisfied',
  said: '夜里偶尔还有声音',
};
const REVISIT: StaffCommand = {
  type: 'revisit',
  on: '2027-02-20',
  way: 'unannounced',
  people: ['赵测试', '孙二'],
  findings: '夜间又在浇筑',
  finding: 'rebounded',
};

/** A case that was answered on the 10th of June. */
async function answered() {
  const world = newWorld();
  const { receipt } = await world.complain('2026-12-01 10:00');
  const order = async (at: string, organ: string, command: StaffCommand) => {
    const outcome = await world.order(at, organ, receipt, command);
    return outcome.kind === 'refused' ? outcome.detail : outcome.kind;
  };
  await order('2026-12-02 10:00', 'county', { type: 'accept' });
  await world.close('2026-12-10 10:00', 'county', receipt, { answer: '经查属实，施工单位已停工整改。' });
  const stateOf = async () => (await world.cases.load(receipt))!;
  const seen = async () => milestonesOf(await world.cases.events(receipt), receipt).map(({ text }) => text);
  return { world, receipt, order, stateOf, seen };
}

describe('a call back', () => {
  it('of the city that finds somebody dissatisfied is told to the county; what was said stays in the record', async () => {
    const { world, order, stateOf, seen } = await answered();
    expect(await order('2026-12-20 15:00', 'city/supervisor', CALL)).toBe('done');
    expect(world.outbox.at(-1)).toMatchObject({ to: 'handler@county.example' });
    expect(world.outbox.at(-1)?.text).toContain('city局回访，信访人对办理结果不满意');
    expect((await stateOf()).callBacks).toEqual([{ on: '2026-12-20', organ: 'city', result: 'dissatisfied', seq: 5 }]);
    expect((await seen()).at(-1)).toBe('2026年12月20日已回访');
  });

  it.each(['请打13911112222', '座机0512-66668888', '邮箱qian@citizen.example'])(
    'keeps no way to reach the person: %s',
    async (said) => {
      const { order } = await answered();
      const detail = await order('2026-12-20 15:00', 'county', { ...CALL, said } as StaffCommand);
      expect(detail).toBe('请勿写电话号码或者邮箱');
    },
  );

  it('comes after the answer, not before', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-12-01 10:00');
    expect(await world.order('2026-12-20 15:00', 'county', receipt, CALL)).toMatchObject({ reason: 'not-allowed' });
  });
});

describe('回头看', () => {
  it('that finds the matter as it was waits for a decision: the county may open it again, and both levels know', async () => {
    const { world, order, stateOf } = await answered();
    expect(await order('2026-12-21 10:00', 'county', { type: 'reopen', reason: '重办' })).toBe(
      '此操作由主办单位的上级单位办理',
    );
    const before = world.outbox.length;
    expect(await order('2027-02-20 15:00', 'city/supervisor', REVISIT)).toBe('done');
    const told = world.outbox.slice(before).map(({ to }) => to);
    expect(told).toEqual(expect.arrayContaining(['handler@county.example', 'handler@city.example']));
    expect(await stateOf()).toMatchObject({ reopeningAsked: { by: [], rebounded: true } });
    expect(await order('2027-02-21 10:00', 'county', { type: 'reopen', reason: '问题反弹' })).toBe('done');
    expect(await stateOf()).toMatchObject({ status: 'accepted', revisits: [{ finding: 'rebounded' }] });
    expect(await stateOf()).not.toHaveProperty('reopeningAsked');
  });

  it('that nobody decides on is chased after fifteen days, like a request', async () => {
    const { world, order } = await answered();
    await order('2027-02-20 15:00', 'city', REVISIT);
    await world.sweepUntil('2027-03-11 12:00');
    const last = world.outbox.findLast(({ subject }) => subject.startsWith('【督办】'));
    expect(last?.text).toContain('主办单位county局尚未完成，请city局督促。\n\n应办：决定是否重新办理并告知来件人');
  });

  it('that rebounded stays so when a letter is set apart which had asked as well', async () => {
    const { world, receipt, order, stateOf } = await answered();
    await order('2027-02-20 15:00', 'city', REVISIT);
    const follows = { to: receipt, as: 'supplement' } as const;
    const more = await world.complain('2027-02-21 10:00', { sourceId: 'more', text: '又响了。', follows });
    expect((await stateOf()).reopeningAsked?.by).toEqual([receipt]);
    await order('2027-02-22 10:00', 'county', { type: 'set-apart', receipt: more.receipt });
    expect(await stateOf()).toMatchObject({ reopeningAsked: { by: [], rebounded: true } });
    const running = (await stateOf()).clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
    expect(running.map(({ name }) => name)).toContain('reopening');
  });

  it('that finds all in order is told above, and asks nobody for anything', async () => {
    const { world, order, stateOf, seen } = await answered();
    await order('2027-02-20 15:00', 'county', { ...REVISIT, finding: 'held', findings: '现场已停工' } as StaffCommand);
    expect(world.outbox.at(-1)).toMatchObject({ to: 'handler@city.example' });
    expect(await stateOf()).not.toHaveProperty('reopeningAsked');
    expect((await seen()).at(-1)).toBe('2027年2月20日已开展“回头看”');
  });
});
