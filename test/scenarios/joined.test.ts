import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { progressIn } from '../support/progress.ts';
import { statusIn } from '../support/told-status.ts';
import { newWorld } from '../support/world.ts';

const SMOKE = '东湖丽景园3号楼下的老王烧烤店每晚油烟直排，熏得开不了窗。';
const contact = { name: '孙测试', email: 'sun@citizen.example' };

/** Two people complain of the same barbecue, ten days apart. */
async function twoComplaints() {
  const world = newWorld();
  const first = await world.complain('2026-06-01 10:00', { sourceId: 'a', text: SMOKE });
  const second = await world.complain('2026-06-11 10:00', { sourceId: 'b', text: `${SMOKE}请快处理。`, contact });
  const order = (at: string, receipt: string, command: StaffCommand, organ = 'county') =>
    world.order(at, organ, receipt, command);
  const join = (at = '2026-06-12 10:00') => order(at, second.receipt, { type: 'join', into: first.receipt });
  const mailTo = (address: string) => world.outbox.filter(({ to }) => to === address);
  const ask = progressIn(world);
  return { world, first, second, order, join, mailTo, ask };
}

describe('a complaint that is joined to an earlier case', () => {
  it('ends, owes nothing any more, and is taken in there', async () => {
    const { world, first, second, join } = await twoComplaints();
    expect((await join()).kind).toBe('done');
    const state = (await world.cases.load(second.receipt))!;
    expect(state).toMatchObject({ status: 'joined', joinedTo: first.receipt });
    expect(state.clocks.every(({ stoppedAt }) => stoppedAt !== undefined)).toBe(true);
    expect((await world.cases.load(first.receipt))!.absorbed).toEqual([
      { receipt: second.receipt, channel: 'web', seq: 2 },
    ]);
  });

  it('without a name, passed on by a partner, leaves nobody to ask there, and neither does what is added to it', async () => {
    const { world, first, order } = await twoComplaints();
    const nameless = { channel: 'partner', partner: 'hotline-12345', anonymous: true } as const;
    const { receipt } = await world.complain('2026-06-13 10:00', { sourceId: 'c', text: SMOKE, ...nameless });
    await order('2026-06-13 11:00', receipt, { type: 'join', into: first.receipt });
    const follows = { to: receipt, as: 'supplement' } as const;
    const more = await world.complain('2026-06-14 10:00', {
      sourceId: 'd',
      text: '昨晚又冒烟。',
      follows,
      ...nameless,
    });
    for (const letter of [receipt, more.receipt]) {
      const look = { type: 'reveal-contact', reason: 'facts', receipt: letter } as const;
      const refused = await order('2026-06-15 10:00', first.receipt, look);
      expect(refused).toMatchObject({ detail: expect.stringContaining('请向来件单位了解') });
    }
  });

  it('is taken in once, however often the event is relayed', async () => {
    const { world, first, second, join } = await twoComplaints();
    await join();
    await world.relayAgain(second.receipt);
    await world.relayAgain(second.receipt);
    expect((await world.cases.load(first.receipt))!.absorbed).toHaveLength(1);
  });

  it('has its complainant told of the joining, the extension and the answer, once each, under their own receipt', async () => {
    const { world, first, second, order, join, mailTo } = await twoComplaints();
    await join();
    await order('2026-06-12 14:00', first.receipt, { type: 'accept' });
    await order('2026-06-20 09:00', first.receipt, { type: 'request-extension', reason: '案情复杂' });
    await world.order('2026-06-20 10:00', 'city', first.receipt, { type: 'extend' });
    await world.close('2026-06-25 10:00', 'county', first.receipt, { answer: '经查属实，烧烤店已装油烟净化器。' });
    for (const { receipt } of [first, second]) await world.relayAgain(receipt);
    expect(mailTo(contact.email).map(statusIn)).toEqual(['已与同一事项并案办理', '已延长办理期限', '已办结']);
    expect(mailTo(contact.email).at(-1)!.text).toContain('经查属实，烧烤店已装油烟净化器。');
    expect(JSON.stringify(mailTo(contact.email))).not.toContain(first.receipt);
    expect(JSON.stringify(mailTo('qian@citizen.example'))).not.toContain(second.receipt);
  });

  it('tells who wrote by e-mail their own query code in every letter, for the first may not have been sent', async () => {
    const { world, first, order, mailTo } = await twoComplaints();
    const email = 'wu@citizen.example';
    const third = await world.complain('2026-06-13 10:00', {
      channel: 'email',
      acknowledge: true,
      text: SMOKE,
      contact: { email },
    });
    await order('2026-06-14 10:00', third.receipt, { type: 'join', into: first.receipt });
    await order('2026-06-15 10:00', first.receipt, { type: 'accept' });
    await world.close('2026-06-16 10:00', 'county', first.receipt, { answer: '经查属实，已依法查处并责令改正。' });
    expect(mailTo(email).map(({ text }) => text.includes(third.queryCode))).toEqual([true, true, true]);
    expect(mailTo(email).map(({ text }) => text.includes('{'))).toEqual([false, false, false]);
  });

  it('has the answer told at once where the other case ended in that moment', async () => {
    const { world, first, second, join, order, mailTo } = await twoComplaints();
    // The joining is committed while the relay is down, and the earlier case is closed before it comes back.
    const { commit } = world.cases;
    let down = true;
    world.cases.commit = async (change) => {
      if (down && change.events[0]?.type === 'absorbed') throw new Error('down');
      return await commit(change);
    };
    await expect(join()).rejects.toThrow('down');
    await order('2026-06-12 11:00', first.receipt, { type: 'accept' });
    await world.close('2026-06-12 12:00', 'county', first.receipt, { answer: '经查属实，已依法查处并责令改正。' });
    down = false;
    await world.relayAgain(second.receipt);
    await world.relayNew();
    await world.relayAgain(first.receipt);
    expect(mailTo(contact.email).map(statusIn)).toEqual(['已与同一事项并案办理', '已办结']);
    expect(mailTo(contact.email).at(-1)!.text).toContain('答复意见：经查属实，已依法查处并责令改正。');
  });

  it('shows its complainant its own steps, then those of the other case and the answer, and never the other receipt', async () => {
    const { world, first, second, order, join, ask } = await twoComplaints();
    await order('2026-06-05 10:00', first.receipt, { type: 'accept' });
    await join();
    await world.close('2026-06-25 10:00', 'county', first.receipt, { answer: '经查属实，烧烤店已装油烟净化器。' });
    const progress = (await ask(second))!;
    expect(progress).toMatchObject({
      ...{
        receipt: second.receipt,
        status: 'joined',
        statusText: '已并案办理（已办结）',
        answer: '经查属实，烧烤店已装油烟净化器。',
      },
    });
    expect(progress.timeline.map(({ text }) => text)).toEqual([
      ...['已收到您的投诉', '已登记，转有关单位', '已与同一事项并案办理', '并案事项：已受理', '并案事项：已办结'],
    ]);
    expect(JSON.stringify(progress)).not.toContain(first.receipt);
    expect(JSON.stringify(await ask(first))).not.toContain(second.receipt);
  });
});

describe('joining is refused', () => {
  const refusal = (outcome: { kind: string; detail?: string }) => outcome.detail ?? outcome.kind;

  it('to a case that does not exist, to itself, and to one of another organ', async () => {
    const { world, first, second, order } = await twoComplaints();
    const into = async (target: string) =>
      refusal(await order('2026-06-12 10:00', second.receipt, { type: 'join', into: target }));
    expect(await into('QH-0000-0000-0000')).toContain('没有这个可以并入的信访事项');
    expect(await into(second.receipt)).toBe('不能与本件并案');
    const away = { type: 'assign', lead: 'neighbour', assisting: [] } as const;
    await world.order('2026-06-11 12:00', 'city', first.receipt, away);
    expect(await into(first.receipt)).toContain('没有这个可以并入的信访事项');
  });

  it('to a later case, so that no two can be joined to each other', async () => {
    const { first, second, order } = await twoComplaints();
    const join = { type: 'join', into: second.receipt } as const;
    expect(refusal(await order('2026-06-12 10:00', first.receipt, join))).toBe('只能并入较早收到的事项');
  });

  it('to a case that has ended', async () => {
    const { world, first, order, join } = await twoComplaints();
    await order('2026-06-05 10:00', first.receipt, { type: 'accept' });
    await world.close('2026-06-06 10:00', 'county', first.receipt, { answer: '经查属实，已依法查处并责令改正。' });
    expect(refusal(await join())).toBe('该件已经结束，不能并入');
  });

  it('to a case that was joined itself, and of a case that others were joined to', async () => {
    const { world, first, second, order, join } = await twoComplaints();
    const third = await world.complain('2026-06-12 09:00', { sourceId: 'c', text: SMOKE });
    const thirdInto = (into: string) => order('2026-06-12 12:00', third.receipt, { type: 'join', into });
    await join();
    expect(refusal(await thirdInto(second.receipt))).toBe('该件已并入其他件，请并入其他件');
    await thirdInto(first.receipt);
    const earliest = await world.complain('2026-05-01 09:00', { sourceId: 'd', text: SMOKE });
    const onwards = { type: 'join', into: earliest.receipt } as const;
    expect(refusal(await order('2026-06-13 12:00', first.receipt, onwards))).toContain('已有其他件并入本件');
  });

  it('where the new complaint is about the handling of that case', async () => {
    const { world, first, order } = await twoComplaints();
    const text = `${first.receipt}的回复不属实，敷衍了事，请上级核查。`;
    const angry = await world.complain('2026-06-13 10:00', { sourceId: 'c', text });
    const join = { type: 'join', into: first.receipt } as const;
    expect(refusal(await order('2026-06-14 10:00', angry.receipt, join))).toBe('本件反映该件的办理情况，不得并入该件');
  });

  it('of what an inspection team handed over', async () => {
    const { world, first, order } = await twoComplaints();
    const inspection = { batch: '3', item: 'D3QH001' };
    const item = await world.complain('2026-06-13 10:00', { sourceId: 'c', text: SMOKE, inspection });
    const join = { type: 'join', into: first.receipt } as const;
    expect(refusal(await order('2026-06-14 10:00', item.receipt, join))).toContain('督察交办件须逐件办理');
  });
});
