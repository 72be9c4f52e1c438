import { describe, expect, it } from 'vitest';
import { evolve } from '../../domain/case/evolve.ts';
import { policies } from '../support/rules.ts';
import { newWorld } from '../support/world.ts';

/** A case that the rules gave to the county, which says on the third day that it is not its own. */
async function objected() {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00');
  await world.order('2026-06-03 10:00', 'county', receipt, { type: 'object', reason: '工地在邻县' });
  const arrivalsAfter = (count: number) => world.arrivals().slice(count);
  const stateOf = async () => (await world.cases.load(receipt))!;
  return { world, receipt, arrivalsAfter, stateOf };
}

describe('an objection that is agreed with', () => {
  it('brings the case back to whoever assigned it, and both hear of it', async () => {
    const { world, receipt, stateOf } = await objected();
    expect(await stateOf()).toMatchObject({ lead: 'county', objection: { to: 'desk' } });
    const agreed = { type: 'agree-return', remark: '已核对工地坐标' } as const;
    await world.order('2026-06-04 10:00', 'desk', receipt, agreed);
    expect(await stateOf()).toMatchObject({ lead: 'desk' });
    expect(await stateOf()).not.toHaveProperty('objection');
    expect(world.outbox.slice(-2).map(({ to, text }) => [to, text.split('\n')[0]])).toEqual([
      ['handler@county.example', '异议经核实同意，本件已退回desk局，不再由本单位主办。'],
      ['handler@desk.example', 'county局的异议已获同意，本件退回本单位，请重新研判后交办。'],
    ]);
  });

  it('is decided by the organ that assigned the case, where one did, or by one above it', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-06-01 10:00');
    await world.order('2026-06-02 10:00', 'city', receipt, { type: 'assign', lead: 'neighbour', assisting: [] });
    await world.order('2026-06-03 10:00', 'neighbour', receipt, { type: 'object', reason: '工地在邻县' });
    const agree = (organ: string) => world.order('2026-06-04 10:00', organ, receipt, { type: 'agree-return' });
    expect(await agree('neighbour')).toMatchObject({ kind: 'refused', reason: 'not-yours' });
    expect(await agree('desk')).toMatchObject({ kind: 'refused', reason: 'not-yours' });
    expect(await agree('province')).toMatchObject({ kind: 'done', state: { lead: 'city' } });
  });

  it('needs no word where the case goes to another organ at once', async () => {
    const { world, receipt, stateOf } = await objected();
    await world.order('2026-06-04 10:00', 'city', receipt, { type: 'assign', lead: 'neighbour', assisting: [] });
    expect(await stateOf()).toMatchObject({ lead: 'neighbour' });
    expect(await stateOf()).not.toHaveProperty('objection');
    expect(await world.order('2026-06-05 10:00', 'desk', receipt, { type: 'agree-return' })).toMatchObject({
      kind: 'refused',
    });
  });
});

describe('an objection that is refused', () => {
  it('leaves the case with its lead, which hears why, keeps its deadlines and cannot object again', async () => {
    const { world, receipt, stateOf } = await objected();
    const before = world.outbox.length;
    await world.order('2026-06-04 10:00', 'desk', receipt, { type: 'refuse-return', reason: '现场在本县境内' });
    expect(await stateOf()).toMatchObject({ lead: 'county' });
    expect(await stateOf()).not.toHaveProperty('objection');
    expect(world.arrivals().slice(before)).toEqual([
      '2026-06-04 10:00 email handler@county.example 【异议】',
      '2026-06-04 10:00 sms 13900000601 【异议】',
    ]);
    expect(world.outbox.at(-2)?.text).toContain(
      '异议未获同意，本件继续由本单位主办，请在期限内办理。\n理由：现场在本县境内',
    );
    expect(world.outbox.at(-2)?.text).toContain('期限：2026年6月16日（周二）24:00前');
    const again = await world.order('2026-06-05 10:00', 'county', receipt, { type: 'object', reason: '再次提出' });
    expect(again).toMatchObject({ kind: 'refused', reason: 'not-allowed' });
  });

  it('is refused only by whoever decides on it, and only while it waits', async () => {
    const { world, receipt } = await objected();
    const refuse = (organ: string) =>
      world.order('2026-06-04 10:00', organ, receipt, { type: 'refuse-return', reason: '现场在本县境内' });
    expect(await refuse('city')).toMatchObject({ kind: 'refused', reason: 'not-yours' });
    expect(await refuse('desk')).toMatchObject({ kind: 'done' });
    expect(await refuse('desk')).toMatchObject({ kind: 'refused', reason: 'not-yours' });
  });
});

describe('an objection that nobody answers', () => {
  it('chases whoever must answer, then those above, while the lead keeps its own deadline', async () => {
    const { world, receipt, arrivalsAfter, stateOf } = await objected();
    await world.sweepUntil('2026-06-11 12:00');
    expect(arrivalsAfter(1)).toEqual([
      '2026-06-03 10:00 email handler@desk.example 【异议】',
      '2026-06-05 08:15 email handler@desk.example 【提醒】',
      '2026-06-08 08:15 email handler@desk.example 【催办】',
      '2026-06-08 08:15 sms 13900000401 【催办】',
      '2026-06-09 08:15 email handler@desk.example 【超期】',
      '2026-06-09 08:15 email leader@desk.example 【超期】',
      '2026-06-10 08:15 email leader@province.example 【督办】',
      '2026-06-11 08:15 email handler@county.example 【提醒】',
    ]);
    expect(world.outbox.find(({ subject }) => subject.startsWith('【督办】'))?.text).toContain(
      'desk局尚未完成，请province局督促。\n\n应办：核实异议，决定是否同意退回',
    );
    expect(world.outbox.at(-1)?.text).not.toContain('核实异议');
    expect(await stateOf()).toMatchObject({ id: receipt, lead: 'county' });
  });

  it('is a word of the law nowhere: no letter says that the silent lead must keep the case', async () => {
    const { world } = await objected();
    await world.sweepUntil('2026-06-30 12:00');
    expect(world.outbox.map(({ text }) => text).join('\n')).not.toContain('逾期未提出异议');
  });
});

describe('an objection of a release before the answer was asked for', () => {
  it('has moved the case at once, and still does when it is read again', async () => {
    const { world, receipt } = await objected();
    const events = await world.cases.events(receipt);
    const { stays, ...old } = events[1] as Extract<(typeof events)[number], { type: 'objected' }>;
    const before = evolve(undefined, events[0]!, policies);
    expect(evolve(before, { ...old, started: [] }, policies)).toMatchObject({ lead: 'desk', objection: undefined });
  });
});

describe('a case that two organs have given back', () => {
  it('is decided by the nearest organ above both, which has it then, and not by the desk once more', async () => {
    const { world, receipt, stateOf } = await objected();
    const order = (at: string, organ: string, command: Parameters<typeof world.order>[3]) =>
      world.order(at, organ, receipt, command);
    await order('2026-06-04 10:00', 'desk/head', { type: 'agree-return' });
    await order('2026-06-04 11:00', 'desk/head', { type: 'assign', lead: 'neighbour', assisting: [] });
    await order('2026-06-05 10:00', 'neighbour', { type: 'object', reason: '工地在本县境外' });
    expect(await stateOf()).toMatchObject({ lead: 'neighbour', objection: { to: 'city' } });
    expect(world.outbox.at(-1)).toMatchObject({ to: 'handler@city.example' });
    expect(await order('2026-06-06 10:00', 'desk/head', { type: 'agree-return' })).toMatchObject({
      kind: 'refused',
      reason: 'not-yours',
    });
    await order('2026-06-06 11:00', 'city/head', { type: 'refuse-return', reason: '经测绘，工地在邻县境内' });
    expect(await stateOf()).toMatchObject({ lead: 'neighbour' });
    expect((await stateOf()).clocks.some(({ name, stoppedAt }) => name === 'objection' && !stoppedAt)).toBe(false);
  });

  it('stays with whoever assigned it where the same organ gave it back before', async () => {
    const { world, receipt, stateOf } = await objected();
    const order = (at: string, organ: string, command: Parameters<typeof world.order>[3]) =>
      world.order(at, organ, receipt, command);
    await order('2026-06-04 10:00', 'desk/head', { type: 'agree-return' });
    await order('2026-06-04 11:00', 'desk/head', { type: 'assign', lead: 'county', assisting: [] });
    await order('2026-06-05 10:00', 'county', { type: 'object', reason: '工地仍在邻县' });
    expect(await stateOf()).toMatchObject({ objection: { to: 'desk' } });
  });
});
