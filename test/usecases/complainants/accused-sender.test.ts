import { describe, expect, it } from 'vitest';
import { ledFromAbove } from '../../../domain/accused/recusal.ts';
import type { Submission } from '../../../domain/complaint.ts';
import { showProgress } from '../../../usecases/complainants/show-progress.ts';
import { organs, policies } from '../../support/rules.ts';
import { analyse, newWorld } from '../../support/world.ts';

const roster = { organs, catchAllOrgan: 'desk' };
const REPORTS = 'orders@sender.example';

const accusing = (...accused: string[]) => ({
  ...analyse(),
  route: { ...analyse().route, ...ledFromAbove(analyse().route, accused, roster) },
  accused: accused.map((organ) => ({ organ, why: [`${organ}局：不作为`] })),
});

const order = (number = 'GD-1'): Partial<Submission> => ({
  channel: 'partner',
  partner: 'sender',
  sourceId: `sender:${number}`,
  order: { number },
});

/** A world in which "sender" is that organ, and each complaint whose text says so accuses one. */
function worldOf(organ: string | undefined) {
  const senders = new Map([['sender', { organ, reportTo: REPORTS }]]);
  const judge = ({ text }: { text: string }) =>
    accusing(...[...organs.keys()].filter((id) => text.includes(`${id}局`)));
  const world = newWorld(undefined, (complaint) => judge(complaint), { senders });
  const shown = ({ receipt, queryCode }: { receipt: string; queryCode: string }) =>
    showProgress(receipt, queryCode, {
      complaints: world.vault,
      cases: world.cases,
      policies,
      roster: { ...roster, senders },
      equalInConstantTime: (one, other) => one === other,
    });
  const reports = () => world.outbox.filter(({ to }) => to === REPORTS);
  return { world, shown, reports };
}

const AGAINST_COUNTY = { text: 'county局不作为。' };

async function answered({ world }: ReturnType<typeof worldOf>, receipt: string, lead: string) {
  await world.order('2026-06-02 10:00', lead, receipt, { type: 'accept' });
  await world.close('2026-06-03 10:00', lead, receipt, { answer: '经查属实，已责令改正并通报批评。' });
}

describe('an order that comes from whom it accuses', () => {
  it.each([
    ['county', 'county', 'city'],
    ['county', 'city', 'province'],
    ['city', 'province', 'desk'],
  ])('sent by %s, accusing %s, stays received for it, whatever becomes of it', async (organ, accused, lead) => {
    const here = worldOf(organ);
    const sent = await here.world.acceptOnly('2026-06-01 10:00', { ...order(), text: `${accused}局不作为。` });
    const before = await here.shown(sent);
    expect(before).toMatchObject({ status: 'received', timeline: [{ text: '已收到您的投诉' }], notices: [] });
    await here.world.registerAgain(sent.receipt);
    expect(await here.shown(sent)).toEqual(before);
    await answered(here, sent.receipt, lead);
    expect(await here.world.cases.load(sent.receipt)).toMatchObject({ status: 'closed', lead });
    expect(await here.shown(sent)).toEqual(before);
    expect(here.reports()).toEqual([]);
  });

  it('and what it sends after it tell no more', async () => {
    const here = worldOf('county');
    const sent = await here.world.complain('2026-06-01 10:00', { ...order(), ...AGAINST_COUNTY });
    const follows = { to: sent.receipt, as: 'urge' } as const;
    const more = await here.world.complain('2026-06-02 09:00', { ...order(), sourceId: 'sender/urge:1', follows });
    expect((await here.shown(more))?.status).toBe('received');
  });

  it('is withheld from the day on which a person says so', async () => {
    const here = worldOf('county');
    const sent = await here.world.complain('2026-06-01 10:00', order());
    expect((await here.shown(sent))?.status).toBe('registered');
    const accused = { type: 'correct-accused', accused: ['county'], reason: '来信反映其不作为' } as const;
    await here.world.order('2026-06-01 11:00', 'city', sent.receipt, accused);
    expect((await here.shown(sent))?.status).toBe('received');
    await answered(here, sent.receipt, 'city');
    expect(here.reports()).toEqual([]);
  });

  it('is withheld where it was joined to a case that accuses it', async () => {
    const here = worldOf('county');
    const first = await here.world.complain('2026-06-01 10:00', AGAINST_COUNTY);
    const sent = await here.world.complain('2026-06-01 11:00', order());
    await here.world.order('2026-06-01 12:00', 'city', sent.receipt, { type: 'join', into: first.receipt });
    expect(await here.world.cases.load(sent.receipt)).toMatchObject({ status: 'joined' });
    await answered(here, first.receipt, 'city');
    expect((await here.shown(sent))?.status).toBe('received');
    expect(here.reports()).toEqual([]);
  });
});

describe('an order that accuses', () => {
  it.each([
    ['an organ above the accused', 'city'],
    ['an organ beside the accused', 'neighbour'],
    ['no organ of the roster, such as a hotline', undefined],
  ])('is told as any other to %s', async (_, organ) => {
    const here = worldOf(organ);
    const sent = await here.world.complain('2026-06-01 10:00', { ...order(), ...AGAINST_COUNTY });
    await answered(here, sent.receipt, 'city');
    expect(await here.shown(sent)).toMatchObject({ status: 'closed', organ: 'city局' });
    expect(here.reports().map(({ subject }) => subject)).toEqual([`【反馈】GD-1 已办结 [${sent.receipt}]`]);
  });

  it('is told to the citizen who wrote the same', async () => {
    const here = worldOf('county');
    const sent = await here.world.complain('2026-06-01 10:00', AGAINST_COUNTY);
    expect((await here.shown(sent))?.status).toBe('registered');
  });
});
