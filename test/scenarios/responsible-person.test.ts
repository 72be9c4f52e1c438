import { describe, expect, it } from 'vitest';
import { availableActs } from '../../domain/case/commands/available-acts.ts';
import { decide } from '../../domain/case/decide.ts';
import { addressesOf } from '../../domain/notices/addresses.ts';
import type { Organ } from '../../domain/organs.ts';
import { beijing, contextAt, organs, staffOf } from '../support/rules.ts';
import { newWorld } from '../support/world.ts';

const WANG = { sub: 'u-wang', name: '王文清' };
const LI = { sub: 'u-li', name: '李和光' };

async function distributed() {
  const world = newWorld();
  const { receipt } = await world.complain('2026-06-01 10:00');
  const order = (who: string, command: Parameters<typeof world.order>[3], at = '2026-06-02 10:00') =>
    world.order(at, who, receipt, command);
  await order('county/petition', { type: 'distribute', officer: WANG });
  const officers = async () => (await world.cases.load(receipt))!.officers;
  return { world, receipt, order, officers };
}

describe('the responsible person of a case', () => {
  it('is named by whoever distributes at its lead, and told', async () => {
    const { world, officers } = await distributed();
    expect(await officers()).toEqual([{ organ: 'county', ...WANG }]);
    expect(world.outbox.at(-1)).toMatchObject({
      to: 'handler@county.example',
      subject: expect.stringContaining('分办'),
    });
    expect(world.outbox.at(-1)!.text).toContain('责任人：王文清');
  });

  it('named again is nothing new, and nobody is told twice', async () => {
    const { world, order } = await distributed();
    const before = world.outbox.length;
    expect(await order('county/head', { type: 'distribute', officer: WANG })).toMatchObject({ kind: 'unchanged' });
    expect(world.outbox.length).toBe(before);
  });

  it('is not named by a handler, nor by the level above, which assigns to organs', async () => {
    const { order } = await distributed();
    const refused = [await order('county/handler', { type: 'distribute', officer: LI })];
    refused.push(await order('city/head', { type: 'distribute', officer: LI }));
    expect(refused.map((outcome) => outcome.kind === 'refused' && outcome.reason)).toEqual([
      'not-your-role',
      'not-yours',
    ]);
  });

  it('can be named with the assignment, and stays while the lead keeps the case', async () => {
    const { order, officers } = await distributed();
    await order('city', { type: 'assign', lead: 'county', assisting: ['neighbour'] });
    expect(await officers()).toEqual([{ organ: 'county', ...WANG }]);
    await order('city', { type: 'assign', lead: 'neighbour', assisting: [], officer: LI });
    expect(await officers()).toEqual([{ organ: 'neighbour', ...LI }]);
  });

  it('of an assisting organ is its own, until it is taken off', async () => {
    const { order, officers } = await distributed();
    await order('city', { type: 'assign', lead: 'county', assisting: ['neighbour'] });
    await order('neighbour/duty', { type: 'distribute', officer: LI });
    expect(await officers()).toEqual([
      { organ: 'county', ...WANG },
      { organ: 'neighbour', ...LI },
    ]);
    await order('city', { type: 'assign', lead: 'county', assisting: [] });
    expect(await officers()).toEqual([{ organ: 'county', ...WANG }]);
  });

  it('hands over to a colleague; by others only whoever distributes does, and only what is still theirs', async () => {
    const { world, receipt, order, officers } = await distributed();
    const handOver = { type: 'hand-over', to: LI, reason: '休假' } as const;
    expect(await order('county/handler', handOver)).toMatchObject({ kind: 'refused', reason: 'not-allowed' });
    const state = (await world.cases.load(receipt))!;
    const herself = contextAt(beijing('2026-06-03 10:00'), { ...staffOf('county/handler'), ...WANG });
    expect(decide(state, handOver, herself)).toMatchObject({ kind: 'decided', facts: [{ from: WANG, ...LI }] });
    expect(await order('county/head', { ...handOver, from: 'u-other' })).toMatchObject({ kind: 'unchanged' });
    expect(await order('county/head', { ...handOver, from: WANG.sub })).toMatchObject({ kind: 'done' });
    expect(await order('county/head', { ...handOver, from: WANG.sub })).toMatchObject({ kind: 'unchanged' });
    expect(await officers()).toEqual([{ organ: 'county', ...LI }]);
  });

  it('is handed over after the answer as long as something goes on, and no longer', async () => {
    const world = newWorld();
    const { receipt } = await world.complain('2026-12-01 10:00');
    const order = (day: number, who: string, command: Parameters<typeof world.order>[3]) =>
      world.order(`2026-12-0${day} 10:00`, who, receipt, command);
    await order(2, 'county', { type: 'accept' });
    await order(2, 'county/petition', { type: 'distribute', officer: WANG });
    await order(3, 'county', { type: 'report-interim', findings: '已停产', remaining: '设施改造' });
    await world.close('2026-12-04 10:00', 'county', receipt, { answer: '经查属实，已依法查处并责令改正。' });
    const handOver = { type: 'hand-over', to: LI, reason: '调离' } as const;
    expect(await order(5, 'county/head', handOver)).toMatchObject({ kind: 'done' });
    expect((await world.cases.load(receipt))!.officers).toEqual([{ organ: 'county', ...LI }]);
    await order(6, 'county', { type: 'complete-rectification', result: '已完成' });
    const back = { ...handOver, to: WANG };
    expect(await order(7, 'county/head', back)).toMatchObject({ detail: '本件已办结，没有进行中的期限' });
  });

  it('is nobody of another organ, where the roster knows the person', async () => {
    const { world, receipt } = await distributed();
    const state = (await world.cases.load(receipt))!;
    const roster = new Map(organs).set('neighbour', withPeople(organs.get('neighbour')!));
    const context = { ...contextAt(beijing('2026-06-03 10:00'), staffOf('county')), organs: roster };
    expect(decide(state, { type: 'distribute', officer: LI }, context)).toMatchObject({ reason: 'not-allowed' });
  });
});

const withPeople = (organ: Organ): Organ => ({
  ...organ,
  contacts: [...organ.contacts, { role: 'handler', ...LI, email: 'li@county.example' }],
});

describe('a letter to the handler', () => {
  const first = (organ: Organ, officer = LI) =>
    addressesOf(organ, 'handler', 'email', beijing('2026-06-03 10:00'), { organs }, officer)[0];
  const county = organs.get('county')!;

  it('goes to the responsible person, where the roster knows them', () =>
    expect(first(withPeople(county))).toMatchObject({ to: 'li@county.example' }));

  it('goes to the head of the organ, where they have left a roster that knows its people', () =>
    expect(first(withPeople(county), WANG)).toMatchObject({ to: 'leader@county.example' }));

  it('goes to the handler as ever, where the roster knows no people', () =>
    expect(first(county)).toMatchObject({ to: 'handler@county.example' }));
});

describe('an assignment', () => {
  const subjects = (world: ReturnType<typeof newWorld>, from: number) =>
    world.outbox.slice(from).map(({ to, subject }) => `${to} ${subject}`.replace(/QH-\S+ /, ''));

  it('is told to whoever did not have the case, with its reason, and to whoever has it no more', async () => {
    const { world, order } = await distributed();
    await order('county', { type: 'accept' });
    const start = world.outbox.length;
    await order('city', { type: 'assign', lead: 'county', assisting: ['neighbour'], reason: '涉及两地' });
    expect(subjects(world, start)).toEqual(['handler@neighbour.example 【交办】请本单位协办']);
    const { text } = world.outbox.at(-1)!;
    for (const said of ['涉及两地', '联系人county handler', '13900000601', '2026年8月1日（周六）24:00前办结'])
      expect(text).toContain(said);
    const next = world.outbox.length;
    await order('city', { type: 'assign', lead: 'county', assisting: [] });
    expect(subjects(world, next)).toEqual(['handler@neighbour.example 【变更】不再由本单位协办']);
  });

  it('shows an assisting organ the case, and what it may do with it', async () => {
    const { world, receipt, order } = await distributed();
    await order('city', { type: 'assign', lead: 'county', assisting: ['neighbour'] });
    const state = (await world.cases.load(receipt))!;
    const open = (who: string) =>
      availableActs(state, contextAt(beijing('2026-06-03 10:00'), staffOf(who))).map(({ type }) => type);
    expect(open('neighbour/head')).toContain('distribute');
    expect(open('neighbour/head')).not.toContain('close');
  });
});
