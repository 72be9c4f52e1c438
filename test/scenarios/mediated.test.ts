import { expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { newWorld } from '../support/world.ts';

const AGREED: StaffCommand = {
  type: 'record-mediation',
  kind: 'mediation',
  on: '2026-12-05',
  people: ['信访人', '某餐馆负责人', '街道调解员'],
  result: 'agreed',
  agreement: '餐馆加装隔声罩，22点后停用风机',
  performBy: '2027-01-08',
};

async function accepted() {
  const world = newWorld();
  const { receipt } = await world.complain('2026-12-01 10:00');
  const order = async (at: string, command: StaffCommand, organ = 'county') => {
    const outcome = await world.order(at, organ, receipt, command);
    return outcome.kind === 'refused' ? outcome.detail : outcome.kind;
  };
  await order('2026-12-02 10:00', { type: 'accept' });
  return { world, receipt, order, stateOf: async () => (await world.cases.load(receipt))! };
}

it('an agreement is told above with its day, and whoever must see to it is chased when the day goes by', async () => {
  const { world, order, stateOf } = await accepted();
  expect(await order('2026-12-05 17:00', AGREED)).toBe('done');
  expect(world.outbox.at(-1)).toMatchObject({ to: 'handler@city.example' });
  expect(world.outbox.at(-1)?.text).toContain('协议内容：餐馆加装隔声罩，22点后停用风机\n履行期限：2027年1月8日');
  await world.sweepUntil('2027-01-12 12:00');
  const chased = world.outbox.filter(({ text }) =>
    text.includes('应办：督促履行调解、和解协议并登记履行情况\n期限：2027年1月8日'),
  );
  expect(chased.map(({ subject }) => subject.slice(0, 4))).toContain('【督办】');
  expect(await order('2027-01-13 10:00', { type: 'confirm-agreement', on: '2027-01-12', words: '现场已装' })).toBe(
    'done',
  );
  expect((await stateOf()).mediations).toEqual([
    {
      on: '2026-12-05',
      kind: 'mediation',
      result: 'agreed',
      performBy: '2027-01-08',
      performedOn: '2027-01-12',
      seq: 3,
    },
  ]);
  const running = (await stateOf()).clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
  expect(running.map(({ name }) => name)).not.toContain('agreement');
});

const BROKEN: StaffCommand = { type: 'report-broken-agreement', on: '2027-01-11', words: '餐馆拒绝安装隔声罩' };
const namesOf = async (stateOf: Awaited<ReturnType<typeof accepted>>['stateOf']) =>
  (await stateOf()).clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ name }) => name);

it('an agreement that is broken is waited for no longer, the level above hears of it, and the case goes on', async () => {
  const { world, order, stateOf } = await accepted();
  await order('2026-12-05 17:00', AGREED);
  expect(await order('2027-01-11 10:00', BROKEN)).toBe('done');
  expect(world.outbox.at(-1)).toMatchObject({ to: 'handler@city.example' });
  expect(world.outbox.at(-1)?.text).toContain('情况：餐馆拒绝安装隔声罩');
  expect(world.outbox.at(-1)?.text).not.toContain('须决定是否重新办理');
  expect(await namesOf(stateOf)).not.toContain('agreement');
  expect(await stateOf()).toMatchObject({ status: 'accepted' });
  expect(await order('2027-01-11 11:00', BROKEN)).toBe('没有待履行的调解、和解协议');
});

it('an agreement that is broken after the answer waits for a decision whether the case is opened again', async () => {
  const { world, receipt, order, stateOf } = await accepted();
  await order('2026-12-05 17:00', AGREED);
  await world.close('2026-12-10 10:00', 'county', receipt, { answer: '经调解达成协议，餐馆加装隔声罩。' });
  const before = world.outbox.length;
  expect(await order('2027-01-11 10:00', BROKEN)).toBe('done');
  const told = world.outbox.slice(before);
  expect(told.map(({ to }) => to)).toEqual(expect.arrayContaining(['handler@county.example', 'handler@city.example']));
  expect(told[0]?.text).toContain('本件已办结，须决定是否重新办理。');
  expect(await namesOf(stateOf)).toEqual(['reopening']);
  expect(await order('2027-01-12 10:00', { type: 'reopen', reason: '协议没有履行' }, 'county/head')).toBe('done');
  expect(await stateOf()).toMatchObject({ status: 'accepted' });
});

it('an attempt that failed leaves no day from an earlier one behind', async () => {
  const { order, stateOf } = await accepted();
  await order('2026-12-05 17:00', AGREED);
  await order('2026-12-20 10:00', { type: 'confirm-agreement', on: '2026-12-19', words: '现场已装' });
  const failed = { type: 'record-mediation', kind: 'settlement', on: '2026-12-21', people: ['信访人'] } as const;
  expect(await order('2026-12-21 10:00', { ...failed, result: 'failed' })).toBe('done');
  const running = (await stateOf()).clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
  expect(running.map(({ name }) => name)).not.toContain('agreement');
});

it.each([
  ['agreed on nothing', { agreement: undefined }, '达成协议的，请写明协议内容'],
  ['failed with an agreement', { result: 'failed' }, '未达成协议的，没有协议内容和履行期限'],
  ['with a number of a person', { people: ['信访人13911112222'] }, '请勿写电话号码或者邮箱'],
  ['to be performed yesterday', { performBy: '2026-12-04' }, '履行期限不能早于今天'],
] as const)('no mediation is recorded that %s', async (_, changes, detail) => {
  const { order } = await accepted();
  expect(await order('2026-12-05 17:00', { ...AGREED, ...changes } as StaffCommand)).toBe(detail);
});
