import { describe, expect, it } from 'vitest';
import { FOUR_MET } from '../support/cases.ts';
import { analyse, newWorld } from '../support/world.ts';

const ANSWER = '经查属实，企业废气收集罩破损，已责令停产整改并立案处罚。';

describe('an inspection item', () => {
  it('is sent back once for its supplement, then shown in all four, signed by a second person of the city', async () => {
    const world = newWorld();
    const inspection = { batch: '3', item: 'D3QH001' };
    const { receipt } = await world.complain('2026-06-01 10:00', { channel: 'partner', inspection });
    const order = (at: string, who: string, command: Parameters<typeof world.order>[3]) =>
      world.order(at, who, receipt, command);
    await order('2026-06-01 14:00', 'county', { type: 'accept' });
    await order('2026-06-03 10:00', 'county', { type: 'report', findings: '属实' });
    await order('2026-06-03 22:00', 'city', { type: 'return', missing: '监测报告' });
    await order('2026-06-04 02:00', 'county', { type: 'report', findings: '已补监测报告' });
    const propose = { type: 'propose-closing', answer: ANSWER } as const;
    expect(await order('2026-06-04 09:00', 'county', propose)).toMatchObject({ reason: 'not-yours' });
    expect(await order('2026-06-04 09:00', 'city/petition', propose)).toMatchObject({ detail: '须写明是否属实' });
    await order('2026-06-04 09:30', 'city/petition', { ...propose, ...FOUR_MET });
    expect((await order('2026-06-04 10:00', 'city/reviewer', { type: 'close' })).kind).toBe('done');
    const closed = (await world.cases.load(receipt))!;
    expect(closed).toMatchObject({ status: 'closed', found: { truth: 'substantiated' } });
    expect(closed.answer).toContain('调查结论：属实，已办结。');
    expect(closed.answer).not.toContain('信访人匿名');
  });
});

describe('a complaint of three grievances', () => {
  const part = (types: string, start: number) => ({
    ...{ types: [types], subtypes: [], matter: 'unknown', urgency: 'normal', start, end: start + 20 },
  });
  const parts = [part('噪声', 0), part('大气', 20), part('水', 40)];

  it('is not answered as long as one of them is forgotten', async () => {
    const world = newWorld(undefined, () => {
      const judged = analyse();
      return { ...judged, classification: { ...judged.classification, parts } as typeof judged.classification };
    });
    const { receipt } = await world.complain('2026-06-01 10:00');
    await world.order('2026-06-02 10:00', 'county', receipt, { type: 'accept' });
    const answered = [
      { part: 1, answer: '夜间已停工。' },
      { part: 3, mark: 'not-ours' as const },
    ];
    const refused = await world.close('2026-06-08 10:00', 'county', receipt, { answer: ANSWER, grievances: answered });
    expect(refused).toMatchObject({ detail: '还没有逐项回应：第2个问题（大气），来信第21至40字' });
    const grievances = [...answered, { part: 2, mark: 'unsubstantiated' as const }];
    expect((await world.close('2026-06-08 11:00', 'county', receipt, { answer: ANSWER, grievances })).kind).toBe(
      'done',
    );
    expect(world.outbox.at(-1)?.text).toContain('第2个问题（大气）：不属实。');
  });
});
