import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { newWorld } from '../support/world.ts';

/** A case of December 2026, taken up by the county the next day. */
async function accepted() {
  const world = newWorld();
  const { receipt } = await world.complain('2026-12-01 10:00');
  const order = (at: string, command: StaffCommand, who = 'city') => world.order(at, who, receipt, command);
  await order('2026-12-02 09:00', { type: 'accept' }, 'county');
  const arrivals = async (act: () => Promise<unknown>) => {
    const before = world.outbox.length;
    await act();
    return world.outbox.slice(before);
  };
  return { world, receipt, order, arrivals, stateOf: async () => (await world.cases.load(receipt))! };
}

type Office = Awaited<ReturnType<typeof accepted>>;

const clocksOf = async ({ stateOf }: Office) =>
  (await stateOf()).clocks
    .filter(({ name, stoppedAt }) => name.includes('#') && stoppedAt === undefined)
    .map(({ name, dueAt }) => [name, dueAt]);

const LISTED = {
  type: 'supervise',
  kind: 'listed',
  number: '环督〔2026〕31号',
  demands: '十二月底前停产整治到位',
  until: '2026-12-25',
} as const;

describe('挂牌督办 by the city', () => {
  it('goes to the officer and the head of the county with its demands, and has a clock of its own', async () => {
    const here = await accepted();
    const letters = await here.arrivals(() => here.order('2026-12-03 09:00', LISTED));
    expect(letters.map(({ transport, to }) => [transport, to])).toEqual([
      ['email', 'handler@county.example'],
      ['sms', '13900000601'],
      ['email', 'leader@county.example'],
    ]);
    expect(letters[0]!.subject).toContain('挂牌督办（环督〔2026〕31号）');
    expect(letters[0]!.text).toContain(
      'city局对该件挂牌督办（环督〔2026〕31号），请于2026年12月25日前完成。完成后报送办理情况，由督办单位核查解除。\n督办要求：十二月底前停产整治到位',
    );
    expect(letters[0]!.text).toContain('依据：上级单位挂牌督办（环督〔2026〕31号）');
    expect(await clocksOf(here)).toEqual([['supervision#1', '2026-12-25T16:00:00.000Z']]);
  });

  it('is extended with a reason, and lifted with one: the clock moves, then stops, and the county hears both', async () => {
    const here = await accepted();
    await here.order('2026-12-03 09:00', LISTED);
    const longer = { type: 'extend-supervision', item: 1, until: '2027-01-15', reason: '设备到货晚' } as const;
    const [extended] = await here.arrivals(() => here.order('2026-12-20 09:00', longer));
    expect(extended!.text).toContain('city局将督办期限由2026年12月25日延至2027年1月15日。\n理由：设备到货晚');
    expect(await clocksOf(here)).toEqual([['supervision#1', '2027-01-15T16:00:00.000Z']]);
    const lift = { type: 'lift-supervision', item: 1, reason: '监测达标' } as const;
    const lifted = await here.arrivals(() => here.order('2027-01-12 09:00', lift));
    expect(lifted[0]).toMatchObject({ subject: expect.stringContaining('已解除挂牌督办') });
    expect(await clocksOf(here)).toEqual([]);
    expect((await here.stateOf()).supervisions).toMatchObject([{ endedAt: '2027-01-12T01:00:00.000Z' }]);
  });

  it('that runs out goes up the day after, to the city and then to the province, until it is lifted', async () => {
    const here = await accepted();
    await here.order('2026-12-03 09:00', LISTED);
    await here.world.sweepUntil('2027-01-06 12:00');
    const up = here.world.outbox.filter(
      ({ subject, text }) => subject.startsWith('【督办】') && text.includes('督办要求'),
    );
    expect(up.map(({ at, to }) => `${at} ${to}`)).toEqual([
      '2026-12-28 10:00 leader@city.example',
      '2026-12-29 08:15 leader@province.example',
      '2027-01-04 08:15 leader@province.example',
    ]);
  });

  it('has whoever ordered it hear what the county reports, also where that is not the level right above', async () => {
    const here = await accepted();
    await here.order('2026-12-03 09:00', LISTED);
    await here.order('2026-12-04 09:00', { ...LISTED, kind: 'ordinary', number: '厅督5号' }, 'province');
    const report = { type: 'report-interim', findings: '已停产', remaining: '更换净化设施' } as const;
    const letters = await here.arrivals(() => here.order('2026-12-08 09:00', report, 'county'));
    expect(letters.slice(0, 2).map(({ to, subject }) => [to, subject.split('】')[0]])).toEqual([
      ['handler@city.example', '【整改'],
      ['handler@province.example', '【督办件'],
    ]);
    expect(letters[1]!.text).toContain('county局主办的该件报送了阶段性办理情况，本单位的督办尚未解除。');
  });

  it('outlives the answer to the complainant, which is told to whoever ordered it', async () => {
    const here = await accepted();
    await here.order('2026-12-03 09:00', LISTED);
    const answer = { answer: '经查属实，已责令停产整治。' };
    const letters = await here.arrivals(() => here.world.close('2026-12-21 09:00', 'county', here.receipt, answer));
    expect(letters.find(({ to }) => to === 'handler@city.example')?.subject).toContain('已办结并答复信访人');
    expect(await here.stateOf()).toMatchObject({ status: 'closed', supervisions: [{ item: 1 }] });
    expect(await clocksOf(here)).toHaveLength(1);
  });

  it('is ended by nobody below whoever ordered it', async () => {
    const here = await accepted();
    await here.order('2026-12-03 09:00', LISTED, 'province');
    const lift = { type: 'lift-supervision', item: 1, reason: '监测达标' } as const;
    expect(await here.order('2026-12-04 09:00', lift, 'county')).toMatchObject({ reason: 'not-yours' });
    expect(await here.order('2026-12-04 09:00', lift, 'city')).toMatchObject({
      detail: '督办由作出督办的单位或其上级单位延期、解除',
    });
    expect(await here.order('2026-12-04 09:00', lift, 'province')).toMatchObject({ kind: 'done' });
  });

  it('does not end before it began, and is not shortened by an extension', async () => {
    const here = await accepted();
    const past = { ...LISTED, until: '2026-12-01' } as const;
    expect(await here.order('2026-12-03 09:00', past)).toMatchObject({ detail: '期限不能早于今天' });
    await here.order('2026-12-03 09:00', LISTED);
    const shorter = { type: 'extend-supervision', item: 1, until: '2026-12-20', reason: '提前' } as const;
    expect(await here.order('2026-12-04 09:00', shorter)).toMatchObject({ detail: '新的期限要晚于原期限' });
  });
});

const INSTRUCTION = { type: 'instruct', from: '分管副市长', words: '请查清并报告。', until: '2026-12-10' } as const;

describe('领导批示', () => {
  it('goes to the officer with its words and its day, several at once, each with a clock of its own', async () => {
    const here = await accepted();
    await here.order('2026-12-03 09:00', INSTRUCTION);
    const second = { ...INSTRUCTION, from: '厅长', until: '2026-12-18' } as const;
    const [letter] = await here.arrivals(() => here.order('2026-12-03 10:00', second, 'province'));
    expect(letter!.text).toContain('厅长对该件批示，请于2026年12月18日前反馈落实情况。\n批示内容：请查清并报告。');
    expect(letter!.text).toContain('依据：厅长批示');
    expect(await clocksOf(here)).toEqual([
      ['instruction#1', '2026-12-10T16:00:00.000Z'],
      ['instruction#2', '2026-12-18T16:00:00.000Z'],
    ]);
  });

  it('that is late goes to the level above', async () => {
    const here = await accepted();
    await here.order('2026-12-03 09:00', INSTRUCTION);
    await here.world.sweepUntil('2026-12-11 12:00');
    const up = here.world.outbox.filter(({ subject }) => subject.startsWith('【督办】'));
    expect(up.map(({ at, to }) => `${at} ${to}`)).toEqual(['2026-12-11 10:00 leader@city.example']);
    expect(up[0]!.text).toContain('主办单位county局尚未完成，请city局督促。\n\n应办：落实领导批示并反馈');
  });

  it('ends when the lead says what was done, which goes to who recorded it; the others run on', async () => {
    const here = await accepted();
    await here.order('2026-12-03 09:00', INSTRUCTION);
    await here.order('2026-12-03 10:00', { ...INSTRUCTION, until: '2026-12-18' }, 'province');
    const answer = { type: 'answer-instruction', item: 1, words: '已立案查处。' } as const;
    const [letter] = await here.arrivals(() => here.order('2026-12-08 09:00', answer, 'county'));
    expect(letter).toMatchObject({ to: 'handler@city.example' });
    expect(letter!.text).toContain('county局反馈了分管副市长批示的落实情况。\n落实情况：已立案查处。');
    expect(await clocksOf(here)).toEqual([['instruction#2', '2026-12-18T16:00:00.000Z']]);
    expect(await here.order('2026-12-08 10:00', answer, 'county')).toMatchObject({
      detail: '没有这个序号的待反馈批示',
    });
  });

  it('may be that of the own head, and is at most ten at a time', async () => {
    const here = await accepted();
    for (let count = 1; count <= 10; count += 1)
      expect((await here.order('2026-12-03 09:00', INSTRUCTION, 'county/head')).kind).toBe('done');
    expect(await here.order('2026-12-03 09:00', INSTRUCTION, 'county/head')).toMatchObject({ kind: 'refused' });
    await here.order('2026-12-04 09:00', { type: 'answer-instruction', item: 4, words: '已办。' }, 'county');
    await here.order('2026-12-04 10:00', INSTRUCTION, 'county/head');
    expect((await here.stateOf()).instructions).toHaveLength(10);
    expect(await here.order('2026-12-05 09:00', INSTRUCTION, 'county/handler')).toMatchObject({
      reason: 'not-your-role',
    });
  });
});
