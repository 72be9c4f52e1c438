import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { showProgress } from '../../usecases/complainants/show-progress.ts';
import { showCase } from '../../usecases/staff/show-case.ts';
import { organs, policies, staffOf } from '../support/rules.ts';
import { statusIn } from '../support/told-status.ts';
import { newWorld, rules } from '../support/world.ts';

const NOISE = '工地夜里施工吵人。';
const SMELL = '隔壁饭店油烟熏人。';
const WATER = '河里有人倒污水。';
const contact = { name: '孙测试', email: 'sun@citizen.example' };
const EMAIL = contact.email;

const at = (text: string) => ({
  start: (NOISE + SMELL + WATER).indexOf(text),
  end: (NOISE + SMELL + WATER).indexOf(text) + text.length,
});
const THREE = [
  { lead: 'county', assisting: [], matter: 'construction-noise', ranges: [at(NOISE)] },
  { lead: 'neighbour', assisting: [], matter: 'cooking-fumes', ranges: [at(SMELL)] },
  { lead: 'city', assisting: [], matter: 'water-body', ranges: [at(WATER)] },
];

/** Somebody complains of three things at once; the city takes it up, and splits it into three. */
async function splitCase(parts: readonly (typeof THREE)[number][] = THREE) {
  const world = newWorld();
  const { receipt, queryCode } = await world.complain('2026-06-01 10:00', { text: NOISE + SMELL + WATER, contact });
  const order = (when: string, id: string, command: StaffCommand, organ = 'city/head') =>
    world.order(when, organ, id, command);
  await order('2026-06-01 14:00', receipt, { type: 'assign', lead: 'city', assisting: [] });
  await order('2026-06-02 10:00', receipt, { type: 'accept' });
  const whole = (await world.cases.load(receipt))!;
  const split = await order('2026-06-03 10:00', receipt, { type: 'split', parts });
  const ids = [1, 2, 3].map((number) => `${receipt}-${number}`);
  const state = async (id = receipt) => (await world.cases.load(id))!;
  const close = (when: string, id: string, organ: string, answer: string) => world.close(when, organ, id, { answer });
  const mailTo = (address: string) => world.outbox.filter(({ to }) => to === address);
  const roster = { organs, catchAllOrgan: 'desk' };
  const equalInConstantTime = (one: string, other: string) => one === other;
  const ask = () =>
    showProgress(receipt, queryCode, {
      complaints: world.vault,
      cases: world.cases,
      policies,
      roster,
      equalInConstantTime,
    });
  const view = (id: string, organ: string) =>
    showCase(id, staffOf(organ), whole.receivedAt, {
      cases: world.cases,
      complaints: world.vault,
      context: rules(),
    });
  return { world, receipt, order, whole, split, ids, state, close, mailTo, ask, view };
}

const dueOf = (
  state: { clocks: readonly { name: string; dueAt: string; stoppedAt?: string | undefined }[] },
  name: string,
) => state.clocks.find((clock) => clock.name === name && clock.stoppedAt === undefined)?.dueAt;

describe('a complaint that is split into three departments', () => {
  it('is three cases, each with its own lead, types and clock, which end no later than the whole', async () => {
    const { split, ids, state, whole } = await splitCase();
    expect(split.kind).toBe('done');
    expect(await state()).toMatchObject({ status: 'split', parts: [{ id: ids[0] }, { id: ids[1] }, { id: ids[2] }] });
    const parts = await Promise.all(ids.map((id) => state(id)));
    expect(parts.map(({ lead, status }) => [lead, status])).toEqual([
      ['county', 'assigned'],
      ['neighbour', 'assigned'],
      ['city', 'assigned'],
    ]);
    expect(parts.map(({ classification }) => classification.types)).toEqual([['噪声'], ['大气'], ['水']]);
    expect(new Set(parts.map((part) => dueOf(part, 'part-handle')))).toEqual(new Set([dueOf(whole, 'handle')]));
    expect(parts.every((part) => dueOf(part, 'tell') === undefined)).toBe(true);
  });

  it('is given to each department with its own words, and with the papers that came along', async () => {
    const { ids, view, mailTo, receipt } = await splitCase();
    const seen = await view(ids[1]!, 'neighbour');
    expect(seen.kind === 'shown' && seen.value.complaint?.text).toBe(SMELL);
    expect(seen.kind === 'shown' && seen.value.state.partOf).toMatchObject({ whole: receipt, number: 2 });
    expect((await view(ids[1]!, 'county')).kind).toBe('not-yours');
    expect(mailTo('handler@neighbour.example').map(({ subject }) => subject)).toEqual([
      `【交办】${ids[1]} 由本单位主办`,
    ]);
  });

  it('ends when its last part has ended, with the answers of all, told once under the one receipt', async () => {
    const { world, ids, state, close, mailTo, receipt } = await splitCase();
    await close('2026-06-10 10:00', ids[0]!, 'county', '夜间施工已被责令停止并处罚。');
    await close('2026-06-11 10:00', ids[1]!, 'neighbour', '饭店已安装油烟净化设施。');
    expect(await state()).toMatchObject({ status: 'split' });
    await close('2026-06-12 10:00', ids[2]!, 'city', '倾倒污水的人已被查处。');
    for (const id of [...ids, receipt]) await world.relayAgain(id);
    expect(await state()).toMatchObject({
      status: 'closed',
      answer: expect.stringContaining('第1部分（建筑施工噪声，county局）：夜间施工已被责令停止并处罚。\n第2部分（'),
    });
    expect((await state()).answer).toMatch(/第2部分（.*，neighbour局）：饭店已安装油烟净化设施。\n第3部分/);
    expect((await state()).clocks.every(({ stoppedAt }) => stoppedAt !== undefined)).toBe(true);
    expect(mailTo(EMAIL).map(statusIn)).toEqual(['已受理', '已拆分办理', '已办结']);
  });

  it('shows its complainant one receipt with its parts, each with its organ, state and answer', async () => {
    const { ids, close, ask, receipt } = await splitCase();
    await close('2026-06-10 10:00', ids[0]!, 'county', '夜间施工已被责令停止并处罚。');
    const progress = (await ask())!;
    expect(progress).toMatchObject({
      ...{ receipt, status: 'split', statusText: '已拆分办理', answer: undefined },
      parts: [
        { number: 1, organ: 'county局', statusText: '已办结', answer: '夜间施工已被责令停止并处罚。' },
        { number: 2, organ: 'neighbour局', statusText: '已交办，办理中' },
        { number: 3, organ: 'city局', statusText: '已交办，办理中' },
      ],
    });
    expect(progress.timeline.map(({ text }) => text).slice(-2)).toEqual(['已拆分为3部分，分别办理', '第1部分：已办结']);
    expect(JSON.stringify(progress)).not.toContain(ids[0]);
  });

  it('hears at once of a part that goes to another department, and the whole ends with that said', async () => {
    const { ids, order, state, close, mailTo } = await splitCase();
    const transfer = { type: 'transfer', department: '城管局', explanation: '餐饮油烟由城管部门负责。' } as const;
    await order('2026-06-10 10:00', ids[1]!, transfer);
    expect(statusIn(mailTo(EMAIL).at(-1)!)).toBe('已移送城管局');
    await close('2026-06-11 10:00', ids[0]!, 'county', '夜间施工已被责令停止并处罚。');
    await close('2026-06-12 10:00', ids[2]!, 'city', '倾倒污水的人已被查处。');
    expect((await state()).answer).toContain('已移送其他部门');
  });

  it('has longer where the whole has longer, and a part that was wanted sooner has not', async () => {
    const sooner = { unit: 'calendar-days', count: 10 } as const;
    const { order, ids, state, receipt } = await splitCase([
      { ...THREE[0]!, limit: sooner } as never,
      THREE[1]!,
      THREE[2]!,
    ]);
    const before = dueOf(await state(ids[0]), 'part-handle');
    await order('2026-06-20 09:00', receipt, { type: 'request-extension', reason: '监测未完成' }, 'city');
    await order('2026-06-20 10:00', receipt, { type: 'extend' });
    const whole = dueOf(await state(), 'handle');
    expect(dueOf(await state(ids[1]), 'part-handle')).toBe(whole);
    expect(dueOf(await state(ids[0]), 'part-handle')).toBe(before);
    expect(before! < whole!).toBe(true);
  });
});

describe('splitting is refused', () => {
  const refusal = (outcome: { kind: string; detail?: string }) => outcome.detail ?? outcome.kind;

  it('into more than ten parts, all its splittings together', async () => {
    const { order, receipt } = await splitCase();
    const parts = Array.from({ length: 8 }, () => THREE[0]!);
    expect(refusal(await order('2026-06-04 10:00', receipt, { type: 'split', parts }))).toBe('一件最多拆分为10部分');
  });

  it('with a limit beyond that of the whole, to nobody, and of a part', async () => {
    const { order, receipt, ids } = await splitCase();
    const again = async (id: string, change: object) =>
      refusal(await order('2026-06-04 10:00', id, { type: 'split', parts: [{ ...THREE[0]!, ...change }, THREE[1]!] }));
    expect(await again(receipt, { limit: { unit: 'calendar-days', count: 90 } })).toContain('不能晚于整件的期限');
    expect(await again(receipt, { lead: 'nobody' })).toContain('没有这个责任单位');
    expect(await again(receipt, { matter: 'nothing' })).toContain('没有这个事项');
    expect(await again(ids[0]!, {})).toContain('拆分件不得再拆分');
  });
});
