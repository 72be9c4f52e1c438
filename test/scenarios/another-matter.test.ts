import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { runningClocks } from '../../domain/case/case.ts';
import type { AnonymousComplaint, FollowUp, Submission } from '../../domain/complaint.ts';
import { progressIn } from '../support/progress.ts';
import { inBeijing } from '../support/rules.ts';
import { statusIn } from '../support/told-status.ts';
import { analyse, newWorld } from '../support/world.ts';

const CITIZEN = 'qian@citizen.example';
const KITCHEN = '邻区一家烧烤店油烟直排。';
const DOUBTFUL = '邻区也有工地。';
const EXPLODED = '工地的罐子炸了！';

/** Building sites of the county, but for what is said of the neighbours. */
function judge(complaint?: AnonymousComplaint) {
  const own = analyse();
  const text = complaint?.text ?? '';
  const there = { place: { division: '990102', name: '青禾省禾阳市邻区' }, route: { ...own.route, lead: 'neighbour' } };
  const fumes = { types: ['大气' as const], subtypes: [], matter: 'cooking-fumes' };
  if (text === DOUBTFUL) return { ...own, ...there };
  if (text === EXPLODED) return { ...own, classification: { ...own.classification, urgency: 'emergency' as const } };
  return text === KITCHEN ? { ...own, ...there, classification: { ...own.classification, ...fumes } } : own;
}

async function oneComplaint(changes: Partial<Submission> = {}) {
  const world = newWorld(undefined, judge);
  const first = await world.complain('2026-06-01 10:00', changes);
  const follow = (at: string, text: string, more: Partial<Submission> & { as?: FollowUp['as'] } = {}) => {
    const { as = 'supplement', ...rest } = more;
    const follows = { to: first.receipt, as };
    return world.complain(at, { sourceId: `at ${at}`, text, contact: undefined, follows, ...rest });
  };
  const order = (at: string, command: StaffCommand, organ = 'county') => world.order(at, organ, first.receipt, command);
  const stateOf = async (receipt = first.receipt) => (await world.cases.load(receipt))!;
  const since = (from: string) => world.arrivals().filter((line) => line >= from);
  const ask = async (own: typeof first) => (await progressIn(world)(own))!;
  return { world, first, follow, order, stateOf, since, ask };
}

describe('another kind of matter at another place, sent after a complaint', () => {
  it('is a case of its own, linked both ways, whose clocks run from its own receipt', async () => {
    const { first, follow, stateOf } = await oneComplaint();
    const more = await follow('2026-06-05 10:00', KITCHEN);
    const [own, old] = [await stateOf(more.receipt), await stateOf()];
    expect(own).toMatchObject({ status: 'registered', lead: 'neighbour', apartFrom: first.receipt, flags: [] });
    expect(old).toMatchObject({
      apart: [more.receipt],
      followUps: [{ receipt: more.receipt, departs: ['place', 'matter'] }],
    });
    const tell = runningClocks(own).find(({ name }) => name === 'tell')!;
    expect([inBeijing(tell.startedAt), inBeijing(tell.dueAt)]).toEqual(['2026-06-05 10:00', '2026-06-21 00:00']);
  });

  it('is told once to its complainant, to its new lead and to the old one', async () => {
    const { world, first, follow, since, ask } = await oneComplaint();
    const more = await follow('2026-06-05 10:00', KITCHEN);
    expect(since('2026-06-05').toSorted()).toEqual([
      '2026-06-05 10:00 email handler@county.example 【补充】',
      '2026-06-05 10:00 email handler@neighbour.example 【交办】',
      `2026-06-05 10:00 email ${CITIZEN} 1236`,
    ]);
    const told = world.outbox.find(({ at, to }) => at >= '2026-06-05' && to === CITIZEN)!;
    expect([told.subject, told.text].join()).toContain(first.receipt);
    expect(told.text).toContain(more.receipt);
    expect((await ask(first)).timeline.at(-1)!.text).toContain(more.receipt);
    expect((await ask(more)).receipt).toBe(more.receipt);
  });

  it('is answered to whoever wrote it, though they left no address with it', async () => {
    const { world, follow } = await oneComplaint();
    const more = await follow('2026-06-05 10:00', KITCHEN);
    await world.order('2026-06-08 10:00', 'neighbour', more.receipt, { type: 'accept' });
    expect(world.outbox.at(-1)).toMatchObject({ to: CITIZEN, subject: `12369告知 [${more.receipt}]` });
    expect(statusIn(world.outbox.at(-1)!)).toBe('已受理');
  });

  it('opens nothing twice, whatever comes again and in whatever order', async () => {
    const { world, first, follow, stateOf } = await oneComplaint();
    const more = await follow('2026-06-05 10:00', KITCHEN);
    const before = [world.outbox.length, (await stateOf()).version, (await stateOf(more.receipt)).version];
    await world.registerAgain(more.receipt);
    await world.relayAgain(first.receipt);
    await world.relayAgain(more.receipt);
    await world.registerAgain(first.receipt);
    expect([world.outbox.length, (await stateOf()).version, (await stateOf(more.receipt)).version]).toEqual(before);
    expect(world.cases.all()).toHaveLength(2);
  });

  it('does not ask for an ended case to be opened again', async () => {
    const { world, first, follow, order, stateOf } = await oneComplaint();
    await order('2026-06-02 10:00', { type: 'accept' });
    await world.close('2026-06-03 10:00', 'county', first.receipt, { answer: '工地已停工，夜间不再施工。' });
    const more = await follow('2026-06-05 10:00', KITCHEN);
    expect((await stateOf()).reopeningAsked).toBeUndefined();
    expect((await stateOf(more.receipt)).status).toBe('registered');
  });

  it('takes what is sent after it in turn', async () => {
    const { world, follow, stateOf } = await oneComplaint();
    const more = await follow('2026-06-05 10:00', KITCHEN);
    const follows = { to: more.receipt, as: 'supplement' as const };
    const last = await world.complain('2026-06-06 10:00', { sourceId: 'last', text: KITCHEN, follows });
    expect((await stateOf(more.receipt)).followUps).toMatchObject([{ receipt: last.receipt }]);
    expect((await stateOf()).followUps).toHaveLength(1);
  });

  it('leaves no word of its own in either case', async () => {
    const { world, first, follow } = await oneComplaint();
    const more = await follow('2026-06-05 10:00', KITCHEN);
    const kept = JSON.stringify([await world.cases.events(first.receipt), await world.cases.events(more.receipt)]);
    expect(kept).not.toContain('烧烤');
  });
});

describe('what may be another matter', () => {
  it('is shown to the lead as such at once, even within the hour of the complaint', async () => {
    const { world, follow, stateOf } = await oneComplaint();
    const more = await follow('2026-06-01 10:10', DOUBTFUL);
    expect(world.cases.all()).toHaveLength(1);
    expect((await stateOf()).followUps).toMatchObject([{ departs: ['place'] }]);
    const letter = world.outbox.at(-1)!;
    expect([letter.to, letter.subject.slice(0, 4)]).toEqual(['handler@county.example', '【补充】']);
    expect(letter.text).toContain(`来信（编号${more.receipt}）似还反映另一地点`);
  });

  it('is set apart by the lead or an organ above, and by nobody else', async () => {
    const { world, follow, order, stateOf } = await oneComplaint();
    const more = await follow('2026-06-05 10:00', DOUBTFUL);
    const command = { type: 'set-apart', receipt: more.receipt, reason: '不在本区' } as const;
    expect(await order('2026-06-06 10:00', command, 'neighbour')).toMatchObject({ reason: 'not-yours' });
    expect((await order('2026-06-06 10:00', command, 'city')).kind).toBe('done');
    expect((await order('2026-06-06 11:00', command)).kind).toBe('unchanged');
    expect(await stateOf(more.receipt)).toMatchObject({ lead: 'neighbour', receivedAt: '2026-06-05T02:00:00.000Z' });
    expect(world.outbox.filter(({ text }) => text.includes(`已另行登记（登记编号：${more.receipt}）`))).toHaveLength(1);
  });

  it('is set apart from an ended case too, which nobody then wants opened again', async () => {
    const { first, world, follow, order, stateOf } = await oneComplaint();
    await order('2026-06-02 10:00', { type: 'accept' });
    await world.close('2026-06-03 10:00', 'county', first.receipt, { answer: '工地已停工，夜间不再施工。' });
    const other = await follow('2026-06-05 10:00', DOUBTFUL);
    const again = await follow('2026-06-05 11:00', '又施工了。');
    expect((await stateOf()).reopeningAsked).toBeDefined();
    const running = async () => runningClocks(await stateOf()).map(({ name }) => name);
    await order('2026-06-06 10:00', { type: 'set-apart', receipt: other.receipt });
    expect((await stateOf()).reopeningAsked).toBeDefined();
    expect(await running()).toContain('reopening');
    await order('2026-06-06 11:00', { type: 'set-apart', receipt: again.receipt });
    expect((await stateOf()).reopeningAsked).toBeUndefined();
    expect(await running()).toEqual([]);
    expect(world.cases.all()).toHaveLength(3);
  });

  it('is no other matter where nothing came in later, or nothing of that number', async () => {
    const { follow, order } = await oneComplaint();
    const command = { type: 'set-apart', receipt: 'QH-0000-0000-0009' } as const;
    expect(await order('2026-06-02 10:00', command)).toMatchObject({ detail: '没有后续来信' });
    await follow('2026-06-05 10:00', '又施工了。');
    expect(await order('2026-06-05 11:00', command)).toMatchObject({ detail: '本件没有这个编号的后续来信' });
  });

  it('stays a call to hurry where somebody urges', async () => {
    const { world, follow, stateOf } = await oneComplaint();
    await follow('2026-06-05 10:00', KITCHEN, { as: 'urge' });
    expect(world.cases.all()).toHaveLength(1);
    expect(await stateOf()).toMatchObject({ urges: 1, followUps: [{ departs: ['place', 'matter'] }] });
    expect(world.outbox.find(({ subject }) => subject.startsWith('【催单】'))!.text).toContain('请另立一案');
  });
});

describe('an emergency that is told in a supplement', () => {
  it('wakes the duty desk at once, though the case is an ordinary one, and once in a sitting', async () => {
    const { follow, since } = await oneComplaint();
    await follow('2026-06-05 03:00', EXPLODED);
    expect(since('2026-06-05').filter((line) => line.includes('紧急'))).toEqual([
      '2026-06-05 03:00 sms 13900000603 【紧急】',
      '2026-06-05 03:00 email duty@county.example 【紧急】',
      '2026-06-05 03:00 sms 13900000602 【紧急】',
    ]);
    await follow('2026-06-05 03:05', EXPLODED);
    expect(since('2026-06-05 03:05').filter((line) => line.includes('紧急'))).toEqual([]);
    await follow('2026-06-06 03:00', EXPLODED);
    expect(since('2026-06-06').filter((line) => line.includes('紧急'))).toHaveLength(3);
  });

  it('wakes it too where the case has ended', async () => {
    const { world, first, follow, order, since } = await oneComplaint();
    await order('2026-06-02 10:00', { type: 'accept' });
    await world.close('2026-06-03 10:00', 'county', first.receipt, { answer: '工地已停工，夜间不再施工。' });
    await follow('2026-06-05 03:00', EXPLODED);
    expect(since('2026-06-05').filter((line) => line.includes('紧急'))).toHaveLength(3);
  });
});
