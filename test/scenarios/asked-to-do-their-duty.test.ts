import { describe, expect, it } from 'vitest';
import type { Limit } from '../../domain/clocks/set-limit.ts';
import { statusIn } from '../support/told-status.ts';
import { newWorld } from '../support/world.ts';

const COUNTY = 'handler@county.example';

/** A complaint of 1 December 2026, taken up on the last of the fifteen days. */
async function takenUpLate(accept: { procedure?: 'petition'; ownPeriod?: string; ownLimit?: Limit } = {}) {
  const world = newWorld();
  const { receipt } = await world.complain('2026-12-01 10:00');
  await world.order('2026-12-16 09:00', 'county', receipt, { type: 'accept', ...accept });
  const clocks = async () => {
    const { clocks: all } = (await world.cases.load(receipt))!;
    return all.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ name }) => name);
  };
  return { world, receipt, clocks, since: (at: string) => world.outbox.filter((one) => one.at >= at) };
}

describe('a request that the organ do its duty', () => {
  it('is overdue sixty days after its receipt, not seventy-five, whatever day it was taken up', async () => {
    const { world, since } = await takenUpLate();
    expect(since('2026-12-16')[0]!.text).toContain('我们将在2027年1月30日（周六）24:00前办结并答复您');
    await world.sweepUntil('2027-02-02 12:00');
    const late = since('2027-01-31').find(({ subject }) => subject.startsWith('【超期】'))!;
    expect(late).toMatchObject({ at: '2027-01-31 08:15', to: COUNTY });
    expect(late.text).toContain('依据：《行政复议法实施条例》第十六条第一款第二项');
    expect(since('2027-01-31').map(({ to }) => to)).toContain('leader@city.example');
  });

  it('is called late for the second time after two months, then after sixty days from acceptance', async () => {
    const { world, since } = await takenUpLate();
    await world.sweepUntil('2027-02-16 12:00');
    const bases = since('2027-01-31')
      .filter(({ subject, to }) => subject.startsWith('【超期】') && to === COUNTY)
      .map(({ at, text }) => [at, /依据：(.+)/.exec(text)![1]]);
    expect(bases).toEqual([
      ['2027-01-31 08:15', '《行政复议法实施条例》第十六条第一款第二项'],
      ['2027-02-02 08:15', '《行政诉讼法》第四十七条第一款'],
      ['2027-02-15 08:15', '《环保举报热线工作管理办法》'],
    ]);
  });

  it('is not counted from its receipt where a law gives a period of its own, nor by the petition procedure', async () => {
    expect(await (await takenUpLate()).clocks()).toEqual(['handle', 'duty-reconsideration', 'duty-suit']);
    expect(await (await takenUpLate({ ownPeriod: '许可证法定20个工作日' })).clocks()).toEqual(['handle']);
    expect(await (await takenUpLate({ procedure: 'petition' })).clocks()).toEqual(['petition-handle']);
  });

  it('is chased by the period that a law gives it, from its receipt, where whoever takes it up says how long that is', async () => {
    const own = { ownPeriod: '许可证法定20个工作日', ownLimit: { unit: 'working-days', count: 20 } } as const;
    const { world, clocks, since } = await takenUpLate(own);
    expect(await clocks()).toEqual(['handle', 'own-period']);
    expect(since('2026-12-16')[0]!.text).toContain('我们将在2026年12月29日（周二）24:00前办结并答复您');
    await world.sweepUntil('2026-12-30 12:00');
    const late = since('2026-12-30').find(({ subject }) => subject.startsWith('【超期】'))!;
    expect(late).toMatchObject({ at: '2026-12-30 08:15', to: COUNTY });
    expect(late.text).toContain('依据：许可证法定20个工作日');
  });

  it('has no such period without the words that say where it stands', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-12-01 10:00');
    const accept = { type: 'accept', ownLimit: { unit: 'working-days', count: 20 } } as const;
    expect(await world.order('2026-12-02 09:00', 'county', receipt, accept)).toMatchObject({
      detail: '另有规定的办理期限要写明出处',
    });
  });

  it('is told by which procedure it is handled, and how', async () => {
    const { since } = await takenUpLate();
    const { text } = since('2026-12-16')[0]!;
    expect(text).toContain('您反映的问题：建筑施工噪声（青禾省禾阳市东川区）。');
    expect(text).toContain('属于请求行政机关依法履行职责的事项，我们将依法调查处理，并把结果答复您');
    expect(text).toContain('《信访工作条例》第三十一条第五项');
  });
});

describe('a penalty that is under way', () => {
  async function filed() {
    const office = await takenUpLate();
    const order = (at: string, command: Parameters<typeof office.world.order>[3]) =>
      office.world.order(at, 'county', office.receipt, command);
    await order('2026-12-20 10:00', { type: 'suspect-violation', clue: '夜间施工无许可' });
    await order('2026-12-28 10:00', { type: 'file-penalty', fileNumber: '青环罚立〔2026〕12号' });
    const dueOf = async (clock: string) =>
      (await office.world.cases.load(office.receipt))!.clocks.find(({ name }) => name === clock)?.dueAt;
    return { ...office, order, dueOf };
  }

  it('is told, stops the other periods, and runs by its own', async () => {
    const { clocks, since, dueOf } = await filed();
    const told = since('2026-12-28').find((sent) => statusIn(sent) === '已立案查处')!;
    expect(told.text).toContain('处理结果另行告知您');
    expect(told.text).toContain('《生态环境行政处罚办法》第五十七条第一款');
    expect(await clocks()).toEqual(['penalty-decision']);
    expect(await dueOf('penalty-filing')).toBe('2027-01-04T16:00:00.000Z');
    expect(await dueOf('penalty-decision')).toBe('2027-03-28T16:00:00.000Z');
  });

  it('chases nobody while a hearing goes on, and has those days more', async () => {
    const { world, order, dueOf, since } = await filed();
    await order('2027-01-10 10:00', { type: 'pause-penalty', cause: 'hearing', reason: '当事人要求听证' });
    await world.sweepUntil('2027-04-20 12:00');
    expect(since('2027-01-11')).toEqual([]);
    await order('2027-04-20 15:00', { type: 'resume-penalty' });
    expect(await dueOf('penalty-decision')).toBe('2027-07-06T16:00:00.000Z');
  });

  it('is extended twice by thirty days and no more', async () => {
    const { world, receipt, order, dueOf } = await filed();
    const outcomes: string[] = [];
    for (const day of ['02', '03', '04']) {
      const ask = { type: 'request-extension', reason: '案情复杂', clock: 'penalty-decision' } as const;
      await order(`2027-02-${day} 10:00`, ask);
      outcomes.push((await world.order(`2027-02-${day} 11:00`, 'city', receipt, { type: 'extend' })).kind);
    }
    expect(outcomes).toEqual(['done', 'done', 'refused']);
    expect(await dueOf('penalty-decision')).toBe('2027-05-27T16:00:00.000Z');
  });

  it('is answered once it has ended, not before', async () => {
    const { world, receipt, order, clocks } = await filed();
    const said = { answer: '经查，施工单位夜间施工未取得证明，已依法罚款并责令改正。' };
    expect(await world.close('2027-01-20 10:00', 'county', receipt, said)).toMatchObject({
      detail: '行政处罚程序尚未结束，请先登记结果',
    });
    await order('2027-02-20 10:00', { type: 'end-penalty', result: 'penalised', decision: '青环罚〔2027〕3号' });
    expect(await clocks()).toEqual(['penalty-publication', 'penalty-answer']);
    expect((await world.close('2027-02-22 10:00', 'county', receipt, said)).kind).toBe('done');
  });
});
