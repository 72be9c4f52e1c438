import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { runningClocks } from '../../domain/case/case.ts';
import { progressIn } from '../support/progress.ts';
import { statusIn } from '../support/told-status.ts';
import { newWorld } from '../support/world.ts';

const SECOND = 'sun@citizen.example';

/**
 * Two petitions about the same building site, joined and answered on 4 January 2027; the first complainant asks for 复查.
 */
async function firstAsks() {
  const world = newWorld();
  const first = await world.complain('2026-12-01 10:00');
  const contact = { name: '孙测试', email: SECOND };
  const second = await world.complain('2026-12-03 10:00', { sourceId: 'b', contact });
  const at = (receipt: string) => async (when: string, organ: string, command: StaffCommand) => {
    const outcome = await world.order(when, organ, receipt, command);
    return outcome.kind === 'refused' ? outcome.detail : outcome.kind;
  };
  const order = at(first.receipt);
  await order('2026-12-02 09:00', 'county', { type: 'accept', procedure: 'petition' });
  await at(second.receipt)('2026-12-04 09:00', 'county', { type: 'join', into: first.receipt });
  const answer = { facts: '经查，夜间施工属实', opinion: '对补偿的请求不予支持', basis: ['matter:construction-noise'] };
  await world.close('2027-01-04 10:00', 'county', first.receipt, { outcome: 'not-supported', ...answer });
  await order('2027-01-05 10:00', 'county', { type: 'request-review' });
  return { world, first, second, order, ask: progressIn(world) };
}

/** The same; the first complainant has gone to the end. */
async function firstConcluded() {
  const office = await firstAsks();
  const { order } = office;
  await order('2027-01-11 10:00', 'city', { type: 'decide-review', ruling: 'upheld', opinion: '事实清楚' });
  await order('2027-01-12 10:00', 'county', { type: 'request-review' });
  await order('2027-01-20 10:00', 'province', { type: 'decide-review', ruling: 'upheld', opinion: '同意' });
  await order('2027-01-21 10:00', 'province', { type: 'conclude' });
  return office;
}

type Office = Awaited<ReturnType<typeof firstConcluded>>;
const asksToo = ({ order, second }: Office, when: string) =>
  order(when, 'county', { type: 'request-review', receipt: second.receipt });

describe('of two whose petitions are joined, one of whom has gone to the end', () => {
  it('the other hears nothing of that end, and reads of an answer that stands', async () => {
    const { world, first, second, ask } = await firstConcluded();
    const told = world.outbox.filter(({ to }) => to === SECOND).map(statusIn);
    expect(told).toEqual(['已与同一事项并案办理', '已办结']);
    expect((await ask(first))!.statusText).toBe('已终结');
    const theirs = (await ask(second))!;
    expect(theirs.statusText).toBe('已并案办理（已办结）');
    expect(theirs.timeline.map(({ text }) => text).join()).not.toMatch(/复查|复核|终结/);
  });

  it('the other is heard by the city first, then by the province, each within thirty days of the answer', async () => {
    const office = await firstConcluded();
    const { order, second, ask } = office;
    expect(await asksToo(office, '2027-02-04 10:00')).toContain('超过收到书面答复之日起30日');
    expect(await asksToo(office, '2027-02-03 10:00')).toBe('done');
    expect((await ask(second))!).toMatchObject({ awaited: '作出复查意见并书面答复您' });
    const uphold = { type: 'decide-review', ruling: 'upheld', opinion: '事实清楚' } as const;
    expect(await order('2027-02-10 10:00', 'province', uphold)).toBe('由city局复查');
    expect(await order('2027-02-10 10:00', 'city', uphold)).toBe('done');
    expect(await asksToo(office, '2027-03-01 10:00')).toBe('done');
    expect(await order('2027-03-10 10:00', 'province', uphold)).toBe('done');
    expect(await asksToo(office, '2027-03-11 10:00')).toContain('不再受理');
    expect(await order('2027-03-12 10:00', 'province', { type: 'conclude' })).toBe('done');
    expect(await order('2027-03-13 10:00', 'province', { type: 'conclude' })).toBe('已经终结');
  });

  it('the first reads nothing of the review that the other asks for', async () => {
    const office = await firstConcluded();
    await asksToo(office, '2027-02-03 10:00');
    expect(await office.ask(office.first)).toMatchObject({ statusText: '已终结' });
    expect(await office.ask(office.first)).not.toHaveProperty('awaited', expect.any(String));
  });

  it('the other may still ask for the case to be opened again, and is not told that this is over', async () => {
    const { world, first, second } = await firstConcluded();
    const again = (sourceId: string, to: string) =>
      world.complain('2027-01-25 10:00', { sourceId, follows: { to, as: 'supplement' } });
    await again('first', first.receipt);
    expect((await world.cases.load(first.receipt))!.reopeningAsked).toBeUndefined();
    await again('second', second.receipt);
    expect((await world.cases.load(first.receipt))!.reopeningAsked).toMatchObject({ by: [second.receipt] });
    expect(world.outbox.findLast(({ to }) => to === SECOND)!.text).not.toContain('不再受理');
  });
});

describe('of two whose petitions are joined, one of whom waits for the 复查 that they asked for', () => {
  const runningIn = ({ world, first }: Office) =>
    world.cases.load(first.receipt).then((state) => runningClocks(state!).map(({ name }) => name));

  it('the other loses no day by it, hears nothing of it, and is heard once it is decided', async () => {
    const office = await firstAsks();
    const { world, second, order, ask } = office;
    await world.complain('2027-01-20 10:00', { sourceId: 'c', follows: { to: second.receipt, as: 'supplement' } });
    const told = world.outbox.findLast(({ to }) => to === SECOND)!;
    expect(told.text).toContain('是否重新办理将另行告知');
    expect(told.text).not.toMatch(/复查|复核/);
    expect(await runningIn(office)).toEqual(['petition-review']);
    expect(await asksToo(office, '2027-01-21 10:00')).toContain('作出意见后再登记，收到请求的日期不变');
    await order('2027-02-04 10:00', 'city', { type: 'decide-review', ruling: 'upheld', opinion: '事实清楚' });
    expect(await runningIn(office)).toEqual(['reopening']);
    // The Friday on which their own thirty days are over.
    expect(await asksToo(office, '2027-02-05 10:00')).toBe('done');
    expect(await runningIn(office)).toEqual(['petition-review']);
    expect((await ask(second))!).toMatchObject({ awaited: '作出复查意见并书面答复您' });
  });
});
