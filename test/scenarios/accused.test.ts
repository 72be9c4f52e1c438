import { describe, expect, it } from 'vitest';
import { accusationsIn } from '../../domain/accused/accusations.ts';
import type { OpenCaseDeps } from '../../usecases/registration/open-case.ts';
import { analyse, newWorld } from '../support/world.ts';

/** As the rules do on the sample roster: the accused is whoever has the case, or the county. */
const reads: OpenCaseDeps['analyse'] = ({ text, known = {} }) => {
  const organ = known.reader ?? 'county';
  const own = accusationsIn(text).length > 0 ? [{ organ, why: ['不作为'] }] : [];
  const accused = [...own, ...(known.accused ?? [])];
  return { ...analyse(), ...(accused.length > 0 && { accused, route: { ...analyse().route, lead: 'city' } }) };
};

const world = () => newWorld(undefined, reads);
const NOISE = '工地每晚浇筑混凝土到凌晨，睡不着。';
const INACTION = '分局接到举报后一直不查处，不作为。';

describe('a supplement that accuses whoever has the case', () => {
  it('takes it from them before they hear of it, and the organ above is told at once', async () => {
    const { complain, cases, outbox } = world();
    const { receipt } = await complain('2026-06-01 10:00', { text: NOISE });
    outbox.length = 0;
    const follows = { to: receipt, as: 'supplement' } as const;
    await complain('2026-06-03 10:00', { sourceId: 'form-2', text: INACTION, follows });
    expect(await cases.load(receipt)).toMatchObject({ lead: 'city', accused: ['county'], followUps: [{}] });
    const told = outbox
      .filter(({ to }) => !to.includes('citizen'))
      .map(({ to, subject }) => `${to} ${subject.slice(0, 4)}`);
    expect(told.some((line) => line.includes('county'))).toBe(false);
    expect(told).toContain('leader@city.example 【关注】');
    expect(told).toContain('handler@city.example 【补充】');
  });

  it('changes nothing when its message comes by again', async () => {
    const { complain, cases, registerAgain } = world();
    const { receipt } = await complain('2026-06-01 10:00', { text: NOISE });
    const follows = { to: receipt, as: 'supplement' } as const;
    const later = await complain('2026-06-03 10:00', { sourceId: 'form-2', text: INACTION, follows });
    const before = await cases.load(receipt);
    await registerAgain(later.receipt);
    expect(await cases.load(receipt)).toEqual(before);
  });
});

describe('joined cases', () => {
  const two = async (first: string, second: string) => {
    const office = world();
    const earlier = await office.complain('2026-06-01 10:00', { text: first });
    const later = await office.complain('2026-06-02 10:00', { sourceId: 'form-2', text: second });
    return { ...office, earlier: earlier.receipt, later: later.receipt };
  };

  it('both stay away from whom the later one accuses', async () => {
    const { order, cases, earlier, later } = await two(NOISE, INACTION);
    expect(await order('2026-06-03 10:00', 'city', later, { type: 'join', into: earlier })).toMatchObject({
      kind: 'done',
    });
    expect(await cases.load(earlier)).toMatchObject({ lead: 'city', accused: ['county'] });
  });

  it('both stay away from whom the earlier one accuses, from the moment they are joined', async () => {
    const { order, cases, earlier, later } = await two(INACTION, NOISE);
    expect(await order('2026-06-03 10:00', 'city', later, { type: 'join', into: earlier })).toMatchObject({
      kind: 'done',
    });
    expect(await cases.load(later)).toMatchObject({ status: 'joined', lead: 'city', accused: ['county'] });
  });

  it('are not joined by the accused, who is answered as if the other did not exist', async () => {
    const { order, earlier, later } = await two(INACTION, NOISE);
    const into = (receipt: string) => order('2026-06-03 10:00', 'county', later, { type: 'join', into: receipt });
    expect(await into(earlier)).toEqual(await into('QH-0000-0000-0000'));
  });

  it('both stay away from whom a later letter or a person says is accused', async () => {
    const { order, cases, earlier, later } = await two(NOISE, NOISE);
    await order('2026-06-03 10:00', 'county', later, { type: 'join', into: earlier });
    await order('2026-06-04 10:00', 'city', earlier, {
      type: 'correct-accused',
      accused: ['county'],
      reason: '来信反映分局',
    });
    expect(await cases.load(later)).toMatchObject({ lead: 'city', accused: ['county'] });
  });
});

describe('a complaint of how an earlier case was handled', () => {
  it('accuses whoever leads that one', async () => {
    const { complain, cases } = world();
    const { receipt } = await complain('2026-06-01 10:00', { text: NOISE });
    const text = `我反映的${receipt}，答复说已经整改，与事实不符，对处理结果不满意。`;
    const later = await complain('2026-06-20 10:00', { sourceId: 'form-2', text });
    const state = await cases.load(later.receipt);
    expect(state).toMatchObject({ lead: 'city', accused: ['county'], repeats: [{ relation: 'about-handling' }] });
  });

  it('is the city’s: the county hears nothing of it, until the city opens the earlier case again', async () => {
    const { complain, order, close, outbox } = world();
    const { receipt } = await complain('2026-06-01 10:00', { text: NOISE });
    await order('2026-06-02 10:00', 'county', receipt, { type: 'accept' });
    await close('2026-06-10 10:00', 'county', receipt, { answer: '经查属实，施工单位已停工整改。' });
    outbox.length = 0;
    const text = `我反映的${receipt}，答复说已经整改，与事实不符，对处理结果不满意。`;
    const later = await complain('2026-06-20 10:00', { sourceId: 'form-2', text });
    await order('2026-06-21 10:00', 'city', later.receipt, { type: 'accept' });
    expect(outbox.filter(({ to }) => to.includes('county'))).toEqual([]);
    expect(await order('2026-06-22 10:00', 'county', later.receipt, { type: 'note', words: '核实' })).toEqual({
      kind: 'unknown',
    });
    const again = { type: 'reopen', reason: '现场仍在夜间施工，答复与事实不符' } as const;
    expect(await order('2026-06-23 10:00', 'city', receipt, again)).toMatchObject({ kind: 'done' });
    expect(outbox.filter(({ to }) => to.includes('county')).map(({ subject }) => subject.slice(0, 4))).toContain(
      '【重办】',
    );
  });
});

describe('a person who corrects who is accused', () => {
  it('moves a case up whose lead may no longer have it, and may take it back', async () => {
    const { complain, order, cases } = world();
    const { receipt } = await complain('2026-06-01 10:00', { text: NOISE });
    const say = (accused: string[], reason: string) => ({ type: 'correct-accused', accused, reason }) as const;
    await order('2026-06-02 10:00', 'city', receipt, say(['county'], '来信反映分局'));
    expect(await cases.load(receipt)).toMatchObject({ lead: 'city', accused: ['county'] });
    expect(
      await order('2026-06-02 11:00', 'city', receipt, { type: 'assign', lead: 'county', assisting: [] }),
    ).toMatchObject({
      kind: 'refused',
      reason: 'not-allowed',
    });
    expect(await order('2026-06-02 12:00', 'county', receipt, say([], '没有此事'))).toEqual({ kind: 'unknown' });
    await order('2026-06-03 10:00', 'city', receipt, say([], '经核实，未反映分局'));
    expect(
      await order('2026-06-03 11:00', 'city', receipt, { type: 'assign', lead: 'county', assisting: [] }),
    ).toMatchObject({
      kind: 'done',
    });
  });

  it('is told where there is no such organ, and changes nothing by saying the same again', async () => {
    const { complain, order } = world();
    const { receipt } = await complain('2026-06-01 10:00', { text: NOISE });
    const say = (accused: string[]) => ({ type: 'correct-accused', accused, reason: '更正' }) as const;
    expect(await order('2026-06-02 10:00', 'city', receipt, say(['no-such']))).toMatchObject({ reason: 'not-allowed' });
    expect(await order('2026-06-02 10:00', 'city', receipt, say([]))).toMatchObject({ kind: 'unchanged' });
  });
});
