import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Submission } from '../../domain/complaint.ts';
import { progressIn } from '../support/progress.ts';
import { beijing } from '../support/rules.ts';
import { statusIn } from '../support/told-status.ts';
import { newWorld } from '../support/world.ts';

const SMOKE = '东湖丽景园3号楼下的老王烧烤店每晚油烟直排，熏得开不了窗。';
const contact = { name: '孙测试', email: 'sun@citizen.example' };

/** Two people seem to complain of the same barbecue, and the county joins the later case to the earlier one. */
async function joined(changes: Partial<Submission> = {}, first: Partial<Submission> = {}) {
  const world = newWorld();
  const { receipt: into } = await world.complain('2026-06-01 10:00', { sourceId: 'a', text: SMOKE, ...first });
  const later = { sourceId: 'b', text: `${SMOKE}请快处理。`, contact, ...changes };
  const { receipt, queryCode } = await world.complain('2026-06-11 10:00', later);
  const order = (at: string, id: string, command: StaffCommand, organ = 'county') =>
    world.order(at, organ, id, command);
  const join = (at = '2026-06-12 10:00') => order(at, receipt, { type: 'join', into });
  const unjoin = (at: string, organ = 'city/head') =>
    order(at, receipt, { type: 'unjoin', reason: '两家不同的烧烤店' }, organ);
  const follow = (at: string, id: string, as: 'urge' | 'supplement', to = receipt) =>
    world.complain(at, { sourceId: id, text: '今晚又冒烟了。', follows: { to, as } });
  const state = async (id = receipt) => (await world.cases.load(id))!;
  const mailTo = (address: string) => world.outbox.filter(({ to }) => to === address);
  const ask = () => progressIn(world)({ receipt, queryCode });
  return { world, into, receipt, order, join, unjoin, follow, state, mailTo, ask };
}

/** The case but for its record, which only grows. */
/** Without what any event leaves behind: how many there were, the last link, and who has news to read. */
const asHandled = ({ version, head, news, ...rest }: Case) => rest;

describe('a joining that is undone', () => {
  it('gives the case back where it stood, with the deadline that it had', async () => {
    const { order, join, unjoin, receipt, state } = await joined();
    await order('2026-06-11 12:00', receipt, { type: 'accept' });
    const before = await state();
    await join();
    await unjoin('2026-06-20 10:00');
    expect(asHandled(await state())).toEqual(asHandled(before));
  });

  it('leaves the other case as if it had never absorbed it', async () => {
    const { join, unjoin, into, state } = await joined();
    const before = await state(into);
    await join();
    expect(await state(into)).toMatchObject({ absorbed: [{ seq: 2 }] });
    await unjoin('2026-06-20 10:00');
    expect(asHandled(await state(into))).toEqual(asHandled(before));
  });

  it('chases for its deadline from then on, and not for the days that it was joined', async () => {
    const { world, join, unjoin, receipt } = await joined();
    await join();
    await world.sweepUntil('2026-06-24 12:00');
    await unjoin('2026-06-24 12:00');
    await world.sweepUntil('2026-06-27 23:00');
    const chased = (await world.cases.events(receipt)).flatMap((event) =>
      event.type === 'chased' && event.clock === 'tell' ? [event.step] : [],
    );
    expect(chased).toEqual(['before-1d', 'due', 'overdue']);
  });

  it('whose deadline passed meanwhile is told as late to the lead, and chased by the repetition that comes next', async () => {
    const { world, join, unjoin, receipt, mailTo } = await joined();
    await join();
    await world.sweepUntil('2026-07-10 12:00');
    await unjoin('2026-07-10 12:00');
    const letter = mailTo('handler@county.example').find(({ subject }) => subject.includes('已撤销并案，请'))!;
    expect(letter.text).toMatch(/书面告知信访人是否受理.*6月26日/s);
    await world.sweepUntil('2026-07-17 12:00');
    const chased = (await world.cases.events(receipt)).flatMap((event) =>
      event.type === 'chased' && event.clock === 'tell' ? [event.step] : [],
    );
    expect(chased).toEqual(['escalate-2+2']);
  });

  it('is told once to the complainant, who hears no more of the other case, and keeps what they were told', async () => {
    const { world, order, join, unjoin, into, receipt, mailTo, ask } = await joined();
    await join();
    await order('2026-06-13 10:00', into, { type: 'accept' });
    await order('2026-06-14 10:00', into, { type: 'request-extension', reason: '案情复杂' });
    await order('2026-06-14 11:00', into, { type: 'extend' }, 'city/head');
    await unjoin('2026-06-20 10:00');
    await world.close('2026-06-21 10:00', 'county', into, { answer: '经查属实，烧烤店已装油烟净化器。' });
    for (const id of [into, receipt]) await world.relayAgain(id);
    expect(mailTo(contact.email).map(statusIn)).toEqual([
      '已与同一事项并案办理',
      '已延长办理期限',
      '已撤销并案，恢复单独办理',
    ]);
    expect(mailTo(contact.email).at(-1)!.text).toContain('告知您是否受理');
    const progress = (await ask())!;
    expect(progress).toMatchObject({ status: 'registered', answer: undefined });
    expect(progress.timeline.map(({ text }) => text).slice(2)).toEqual([
      ...['已与同一事项并案办理', '并案事项：已受理', '并案事项：办理期限延长至2026年9月11日（周五）24:00'],
      '已撤销并案，恢复单独办理',
    ]);
    expect(progress.notices.map(({ status }) => status)).toContain('已延长办理期限');
    expect(JSON.stringify(progress)).not.toContain(into);
  });

  it('takes with it what its sender wrote meanwhile, and tells nobody of that again', async () => {
    const { world, join, unjoin, follow, into, receipt, state } = await joined();
    await join();
    await follow('2026-06-13 10:00', 'f1', 'supplement');
    await follow('2026-06-15 10:00', 'f2', 'urge');
    await follow('2026-06-16 10:00', 'f3', 'urge', into);
    expect(await state(into)).toMatchObject({ urges: 2 });
    const sent = world.outbox.length;
    await unjoin('2026-06-20 10:00');
    for (const id of [into, receipt]) await world.relayAgain(id);
    expect((await state()).followUps?.map(({ as }) => as)).toEqual(['supplement', 'urge']);
    expect(await state()).toMatchObject({ urges: 1 });
    expect((await state(into)).followUps?.map(({ to }) => to)).toEqual([into]);
    expect(await state(into)).toMatchObject({ urges: 1 });
    const subjects = world.outbox.slice(sent).map(({ subject }) => subject);
    expect(subjects.filter((subject) => /补充|催/.test(subject))).toEqual([]);
  });

  it('takes its wish with it to have the other case opened again', async () => {
    const { world, order, join, unjoin, follow, into, state } = await joined();
    await join();
    await order('2026-06-13 10:00', into, { type: 'accept' });
    await world.close('2026-06-14 10:00', 'county', into, { answer: '经查属实，烧烤店已装油烟净化器。' });
    await follow('2026-06-15 10:00', 'f1', 'urge');
    expect(await state(into)).toMatchObject({ reopeningAsked: {} });
    await unjoin('2026-06-20 10:00');
    expect((await state(into)).reopeningAsked).toBeUndefined();
    expect((await state(into)).clocks.every(({ stoppedAt }) => stoppedAt !== undefined)).toBe(true);
  });

  it('may be joined again, and undone again', async () => {
    const { join, unjoin, state, into, receipt } = await joined();
    await join();
    await unjoin('2026-06-13 10:00');
    expect((await join('2026-06-14 10:00')).kind).toBe('done');
    expect((await state(into)).absorbed?.map((one) => one.receipt)).toEqual([receipt]);
    await unjoin('2026-06-15 10:00');
    expect((await state(into)).absorbed).toBeUndefined();
    expect(await state()).toMatchObject({ status: 'registered' });
  });

  it('is possible for thirty days, the last one counted, by the lead or above', async () => {
    const { join, unjoin } = await joined();
    await join();
    expect(await unjoin('2026-07-12 23:59', 'neighbour')).toMatchObject({ kind: 'refused', reason: 'not-yours' });
    expect(await unjoin('2026-07-13 00:00')).toMatchObject({ kind: 'refused', reason: 'not-allowed' });
    expect((await unjoin('2026-07-12 23:59', 'county')).kind).toBe('done');
  });

  it('leaves the accused excluded until a person says otherwise', async () => {
    const { world, order, unjoin, into, state } = await joined();
    const accused = { type: 'correct-accused', accused: ['county'], reason: '反映其不作为' } as const;
    await order('2026-06-11 14:00', into, accused, 'city/head');
    await world.order('2026-06-12 10:00', 'city/head', (await state()).id, { type: 'join', into });
    await unjoin('2026-06-13 10:00');
    expect(await state()).toMatchObject({ accused: ['county'], lead: 'city' });
  });
});

describe('the limit of the sender of a joined order', () => {
  const until = (day: string) => ({ order: { number: day, limit: { until: beijing(`2026-06-${day} 18:00`) } } });
  const limitOf = async (world: ReturnType<typeof newWorld>, id: string) =>
    (await world.cases.load(id))!.clocks.find(({ name, stoppedAt }) => name === 'set-limit' && !stoppedAt)?.dueAt;

  it.each([
    ['goes with it, and the own one counts again', until('30'), beijing('2026-06-30 18:00')],
    ['goes with it, and nobody sets one any more', {}, undefined],
    ['changes nothing where the own one was sooner', until('22'), beijing('2026-06-22 18:00')],
  ])('%s', async (_, first, expected) => {
    const later = { partner: 'hotline', channel: 'partner', ...until('25') } as const;
    const { world, join, unjoin, into, receipt } = await joined(later, { ...first, partner: 'hotline' });
    await join();
    await unjoin('2026-06-20 10:00');
    expect(await limitOf(world, into)).toBe(expected);
    expect(await limitOf(world, receipt)).toBe(beijing('2026-06-25 18:00'));
  });
});
