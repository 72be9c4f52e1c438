import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { nextOwed, owedInWords } from '../../domain/case/clocks/owed-clocks.ts';
import { statusTextOf } from '../../domain/case/status-text.ts';
import { policies } from '../support/rules.ts';
import { statusIn } from '../support/told-status.ts';
import { newWorld } from '../support/world.ts';

/** A petition of December 2026, answered on 4 January 2027. */
async function answered(procedure: 'petition' | 'duty' = 'petition') {
  const world = newWorld();
  const { receipt } = await world.complain('2026-12-01 10:00');
  const order = async (at: string, organ: string, command: StaffCommand) => {
    const outcome = await world.order(at, organ, receipt, command);
    return outcome.kind === 'refused' ? outcome.detail : outcome.kind;
  };
  await order('2026-12-02 09:00', 'county', { type: 'accept', procedure });
  const answer = { facts: '经查，夜间施工属实', opinion: '对补偿的请求不予支持', basis: ['matter:construction-noise'] };
  await world.close('2027-01-04 10:00', 'county', receipt, { outcome: 'not-supported', ...answer });
  const told = () => world.outbox.findLast(({ to }) => to === 'qian@citizen.example')!;
  const stateOf = async () => (await world.cases.load(receipt))!;
  const rechecked = async () => {
    await order('2027-01-11 10:00', 'county', { type: 'request-review' });
    await order('2027-01-25 10:00', 'city', { type: 'decide-review', ruling: 'upheld', opinion: '事实清楚' });
    return await order('2027-02-22 10:00', 'county', { type: 'request-review' });
  };
  return { world, receipt, order, told, stateOf, rechecked };
}

describe('who does not accept the answer of a petition', () => {
  it('sees by when the city decides, not that an answer is still to come', async () => {
    const { order, stateOf } = await answered();
    await order('2027-01-11 10:00', 'county', { type: 'request-review' });
    expect(owedInWords(nextOwed(await stateOf(), policies)!, policies)).toBe('作出复查意见并书面答复您');
  });

  it('is heard by the city, then by the province, and then it is over', async () => {
    const { world, receipt, order, told, stateOf, rechecked } = await answered();
    expect(await rechecked()).toBe('done');
    // Thirty days from 22 February: Wednesday, 24 March.
    expect(told().text).toContain('由province局办理，将在2027年3月24日（周三）24:00前作出复核意见并书面答复您');
    expect(told().text).toContain('《信访工作条例》第三十六条');
    expect(statusTextOf(await stateOf())).toBe('已答复，复核中');
    expect(await order('2027-03-01 10:00', 'city', { type: 'decide-review', ruling: 'upheld', opinion: '同意' })).toBe(
      '由province局复核',
    );
    expect(
      await order('2027-03-10 10:00', 'province', { type: 'decide-review', ruling: 'upheld', opinion: '同意' }),
    ).toBe('done');
    expect(await order('2027-03-11 10:00', 'county', { type: 'request-review' })).toContain('不再受理');
    expect(await order('2027-03-12 10:00', 'province', { type: 'conclude' })).toBe('done');
    expect(told().text).toContain('仍以同一事实和理由提出的，不再受理（《信访工作条例》第三十六条第三款）');
    expect(statusTextOf(await stateOf())).toBe('已终结');
    expect(world.outbox.map(({ subject }) => subject)).toContain(`【终结】${receipt} 办理程序已终结`);
  });

  it('is told after the city’s decision where to go next', async () => {
    const { order, told } = await answered();
    await order('2027-01-11 10:00', 'county', { type: 'request-review' });
    await order('2027-01-25 10:00', 'city', { type: 'decide-review', ruling: 'upheld', opinion: '事实清楚' });
    expect(told().text).toContain(
      '复查意见：维持原处理意见。事实清楚\n救济途径：对本复查意见不服的，可以自收到之日起30日内，向province局请求复核',
    );
  });

  it('writes on after the end: it is kept and answered, opens nothing and chases nobody', async () => {
    const { world, receipt, order, told, stateOf, rechecked } = await answered();
    await rechecked();
    await order('2027-03-10 10:00', 'province', { type: 'decide-review', ruling: 'upheld', opinion: '同意' });
    await order('2027-03-12 10:00', 'province', { type: 'conclude' });
    await world.complain('2027-04-06 10:00', { sourceId: 'again', follows: { to: receipt, as: 'supplement' } });
    expect(told()).toMatchObject({ at: '2027-04-06 10:00' });
    expect(statusIn(told())).toBe('来信已登记');
    expect(told().text).toContain('不再受理');
    expect(await stateOf()).toMatchObject({ status: 'closed', followUps: [{ as: 'supplement' }] });
    expect(await stateOf()).not.toHaveProperty('reopeningAsked');
    const before = world.outbox.length;
    await world.sweepUntil('2028-04-06 10:00');
    expect(world.arrivals().slice(before)).toEqual([]);
  });

  it('whose request for reopening it is asks for that no more, and their thirty days count from then', async () => {
    const { world, receipt, order, stateOf } = await answered();
    await world.complain('2027-01-08 10:00', { sourceId: 'again', follows: { to: receipt, as: 'supplement' } });
    expect(await stateOf()).toHaveProperty('reopeningAsked');
    await order('2027-01-11 10:00', 'county', { type: 'request-review' });
    expect(await stateOf()).not.toHaveProperty('reopeningAsked');
    const running = (await stateOf()).clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
    expect(running).toMatchObject([{ name: 'petition-review', startedAt: '2027-01-08T02:00:00.000Z' }]);
    // Thirty days from Friday, 8 January, not from the registration on the 11th: Sunday, 7 February.
    expect(running[0]?.dueAt).toBe('2027-02-07T16:00:00.000Z');
  });

  it('may ask for thirty days from when the answer reached them, and not after that', async () => {
    const { order } = await answered();
    const late = '超过收到书面答复之日起30日；收到请求的日期更早，或者信访人收到答复的日期更晚的，请填写该日期';
    expect(await order('2027-02-04 10:00', 'county', { type: 'request-review' })).toBe(late);
    const reached = { type: 'request-review', answerReceivedOn: '2027-01-05' } as const;
    expect(await order('2027-02-05 10:00', 'county', reached)).toBe(late);
    expect(await order('2027-02-04 10:00', 'county', reached)).toBe('done');
  });

  it('has until work begins again where the last day is a day off: 5 February 2027 is the eve of the lunar new year', async () => {
    const { order } = await answered();
    const reached = { type: 'request-review', answerReceivedOn: '2027-01-06' } as const;
    // By law off from the 5th to the 8th, and the weekend in it is made up by the 9th and the 10th.
    expect(await order('2027-02-12 10:00', 'county', reached)).toContain('超过收到书面答复之日起30日');
    expect(await order('2027-02-11 10:00', 'county', reached)).toBe('done');
  });

  it('writes meanwhile: whoever decides on the review reads it, and nobody is asked to open the case again', async () => {
    const { world, receipt, order, told, stateOf } = await answered();
    await order('2027-01-11 10:00', 'county', { type: 'request-review' });
    const before = world.outbox.length;
    await world.complain('2027-01-20 10:00', { sourceId: 'again', follows: { to: receipt, as: 'supplement' } });
    expect(await stateOf()).not.toHaveProperty('reopeningAsked');
    expect(world.outbox.slice(before).map(({ to }) => to)).toEqual(['handler@city.example', 'qian@citizen.example']);
    expect(told().text).toContain('已转交作出复查（复核）意见的单位，一并审查。');
  });
});

describe('a review', () => {
  it('that is not decided within thirty days is the city’s delay: the province hears', async () => {
    const { world, order } = await answered();
    await order('2027-01-11 10:00', 'county', { type: 'request-review' });
    const before = world.outbox.length;
    await world.sweepUntil('2027-02-20 12:00');
    const since = world.arrivals().slice(before);
    expect(since).toContain('2027-02-10 08:15 email handler@city.example 【催办】');
    expect(since.find((line) => line.endsWith('【督办】'))).toContain('leader@province.example');
    expect(since.filter((line) => line.includes('county.example'))).toEqual([]);
  });

  it('that sends the answer back begins the period of handling anew', async () => {
    const { order, told, stateOf } = await answered();
    await order('2027-01-11 10:00', 'county', { type: 'request-review' });
    const back = { type: 'decide-review', ruling: 'sent-back', opinion: '事实不清' } as const;
    expect(await order('2027-01-25 10:00', 'city', back)).toBe('done');
    expect(await stateOf()).toMatchObject({ status: 'accepted' });
    expect(await stateOf()).not.toHaveProperty('review');
    expect(told().text).toContain('我们将在2027年3月26日（周五）24:00前办结并答复您。');
  });

  it('of the last stage does not count the days of a hearing', async () => {
    const { world, order, stateOf, rechecked } = await answered();
    await rechecked();
    expect(await order('2027-03-01 10:00', 'province', { type: 'open-hearing', reason: '重大疑难' })).toBe('done');
    const before = world.outbox.length;
    await world.sweepUntil('2027-04-30 00:00');
    expect(world.arrivals().slice(before)).toEqual([]);
    const decide = { type: 'decide-review', ruling: 'upheld', opinion: '同意' } as const;
    expect(await order('2027-04-30 10:00', 'province', decide)).toBe('听证尚未结束');
    expect(await order('2027-04-30 11:00', 'province', { type: 'close-hearing' })).toBe('done');
    // 24 March and the sixty days from 1 March to 30 April: Sunday, 23 May.
    const clock = (await stateOf()).clocks.find(({ name }) => name === 'petition-recheck');
    expect(clock?.dueAt).toBe('2027-05-23T16:00:00.000Z');
  });

  it('of the first stage has no hearing that would hold it up', async () => {
    const { order } = await answered();
    await order('2027-01-11 10:00', 'county', { type: 'request-review' });
    expect(await order('2027-01-12 10:00', 'city', { type: 'open-hearing', reason: '重大' })).toBe(
      '没有正在计算的复核期限',
    );
  });

  it('is for petitions only: others have their own remedies', async () => {
    const { order } = await answered('duty');
    expect(await order('2027-01-11 10:00', 'county', { type: 'request-review' })).toContain(
      '不是依照信访程序办理的事项',
    );
  });
});
