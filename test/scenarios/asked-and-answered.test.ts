import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import type { Submission } from '../../domain/complaint.ts';
import { progressIn } from '../support/progress.ts';
import { newWorld } from '../support/world.ts';

const CITIZEN = 'qian@citizen.example';
const ASK: StaffCommand = { type: 'ask', question: '气味一般几点最重，在哪一面窗户？' };

/** A complaint of the 1st of June that does not say enough. */
async function vague(changes: Partial<Submission> = {}) {
  const world = newWorld();
  const own = await world.complain('2026-06-01 10:00', changes);
  const order = async (at: string, command: StaffCommand, organ = 'county') => {
    const outcome = await world.order(at, organ, own.receipt, command);
    return outcome.kind === 'refused' ? outcome.detail : outcome.kind;
  };
  let sent = 0;
  const answer = (at: string, said: Partial<Submission> = {}) => {
    sent += 1;
    const follows = { to: own.receipt, as: 'supplement' } as const;
    return world.complain(at, {
      sourceId: `more-${sent}`,
      text: '晚上十点，北窗。',
      contact: undefined,
      follows,
      ...said,
    });
  };
  const stateOf = async () => (await world.cases.load(own.receipt))!;
  const progress = () => progressIn(world)(own);
  return { world, own, order, answer, stateOf, progress };
}

describe('an officer who must know more', () => {
  it('asks; the complainant is told how to answer, and their next letter is the answer', async () => {
    const { world, own, order, answer, stateOf, progress } = await vague();
    expect(await order('2026-06-02 09:00', ASK, 'county/handler')).toBe('done');
    const asked = world.outbox.at(-1)!;
    expect(asked).toMatchObject({ to: CITIZEN, subject: `12369告知 [${own.receipt}]` });
    expect(asked.text).toContain('请您补充：气味一般几点最重，在哪一面窗户？\n请在查询页面的“补充情况”中答复。');
    expect((await progress())?.notices.at(-1)?.text).toContain('气味一般几点最重');
    const more = await answer('2026-06-03 20:00');
    expect((await stateOf()).questions).toEqual([
      {
        seq: 2,
        at: '2026-06-02T01:00:00.000Z',
        to: own.receipt,
        question: '气味一般几点最重，在哪一面窗户？',
        answeredAt: '2026-06-03T12:00:00.000Z',
        answer: more.receipt,
      },
    ]);
    expect(world.arrivals()).toContain('2026-06-03 20:00 email handler@county.example 【答复】');
  });

  it('is told of an answer also where it comes in one sitting with the question or the complaint', async () => {
    const { world, order, answer } = await vague();
    await order('2026-06-01 10:20', ASK);
    await answer('2026-06-01 10:30');
    expect(world.arrivals()).toContain('2026-06-01 10:30 email handler@county.example 【答复】');
  });

  it('gets no more time by asking', async () => {
    const { order, stateOf } = await vague();
    const before = (await stateOf()).clocks;
    await order('2026-06-02 09:00', ASK);
    expect((await stateOf()).clocks).toEqual(before);
  });

  it('asks three questions at once and no more, until they are answered', async () => {
    const { order, answer } = await vague();
    for (const day of [2, 3, 4]) expect(await order(`2026-06-0${day} 09:00`, ASK)).toBe('done');
    expect(await order('2026-06-05 09:00', ASK)).toBe('已有3个问题待信访人答复，请等待答复');
    await answer('2026-06-06 09:00');
    expect(await order('2026-06-07 09:00', ASK)).toBe('done');
  });

  it('learns nothing from an urge, nor from a letter of another matter', async () => {
    const { own, order, answer, stateOf } = await vague();
    await order('2026-06-02 09:00', ASK);
    await answer('2026-06-03 09:00', { follows: { to: own.receipt, as: 'urge' } });
    expect((await stateOf()).questions?.[0]).not.toHaveProperty('answeredAt');
  });

  it('cannot ask who came without a name through a partner, and is told whom to ask', async () => {
    const { order } = await vague({ channel: 'partner', anonymous: true, contact: undefined });
    expect(await order('2026-06-02 09:00', ASK)).toBe(
      '信访人匿名，由来件单位转来，没有可以联系的途径，请向来件单位了解',
    );
  });

  it('asks who came without a name by the page: the question waits there', async () => {
    const { order, progress } = await vague({ anonymous: true, contact: undefined });
    expect(await order('2026-06-02 09:00', ASK)).toBe('done');
    expect((await progress())?.notices.at(-1)?.status).toBe('请您补充情况');
  });

  it('in a chat tells the word that a chat understands', async () => {
    const { own, world, order } = await vague({ channel: 'wechat', contact: { openid: 'o-1', phone: '13911112222' } });
    await order('2026-06-02 09:00', ASK);
    const told = (await world.cases.events(own.receipt)).at(-1)?.told?.notice;
    expect(told?.text).toContain('请在这里回复“补充”，空一格，再写您的答复');
  });
});
