import { describe, expect, it } from 'vitest';
import { receiptFor } from '../../domain/receipt.ts';
import { sha256 } from '../../functions/shared/digest.ts';
import { CITIZEN, oneComplaint } from '../support/one-complaint.ts';
import { statusIn } from '../support/told-status.ts';

describe('more to an open case', () => {
  it('opens no case: its officer and its complainant are told, and the progress shows it', async () => {
    const { world, first, follow, state, since, ask } = await oneComplaint();
    const more = await follow('2026-06-05 10:00');
    expect(world.cases.all()).toHaveLength(1);
    expect(await state()).toMatchObject({
      status: 'registered',
      followUps: [{ receipt: more.receipt, to: first.receipt, as: 'supplement', channel: 'web' }],
    });
    expect(since('2026-06-05')).toEqual([
      '2026-06-05 10:00 email handler@county.example 【补充】',
      `2026-06-05 10:00 email ${CITIZEN} 1236`,
    ]);
    expect(statusIn(world.outbox.at(-1)!)).toBe('已收到补充材料');
    expect((await ask(first))!.timeline.at(-1)!.text).toBe('已收到您的补充材料');
  });

  it('changes nothing more when its message comes again, whatever became of the case meanwhile', async () => {
    const { world, follow, close, state } = await oneComplaint();
    const more = await follow('2026-06-01 12:00');
    await close();
    const letters = world.outbox.length;
    await world.registerAgain(more.receipt);
    expect((await state()).followUps).toHaveLength(1);
    expect((await state()).reopeningAsked).toBeUndefined();
    expect(world.outbox).toHaveLength(letters);
  });

  it('holds not a word of what was written', async () => {
    const { world, first, follow } = await oneComplaint();
    await follow('2026-06-05 10:00');
    expect(JSON.stringify([await world.cases.events(first.receipt), world.outbox])).not.toContain('新情况');
  });

  it('is asked after by its own receipt and code: the case it belongs to is shown', async () => {
    const { first, follow, ask } = await oneComplaint();
    const more = await follow('2026-06-05 10:00');
    const again = await follow('2026-06-06 10:00', 'supplement', more.receipt);
    expect(await ask(more)).toEqual(await ask(first));
    expect(await ask(again)).toEqual(await ask(first));
  });

  it('told of once while it goes on, and again after a day of silence', async () => {
    const { world, follow } = await oneComplaint();
    for (const at of ['2026-06-05 10:00', '2026-06-05 11:00', '2026-06-06 09:00', '2026-06-07 09:30']) await follow(at);
    const told = world.outbox.filter((sent) => sent.to === CITIZEN && statusIn(sent) === '已收到补充材料');
    expect(told.map(({ at }) => at)).toEqual(['2026-06-05 10:00', '2026-06-07 09:30']);
  });
});

describe('photographs that come one by one after the form', () => {
  it('are all kept with the case, and keep nobody reading letters', async () => {
    const { world, follow, state } = await oneComplaint();
    const letters = world.outbox.length;
    for (const minute of [2, 3, 4, 30]) await follow(`2026-06-01 10:${String(minute).padStart(2, '0')}`);
    expect((await state()).followUps).toHaveLength(4);
    expect(world.outbox).toHaveLength(letters);
    await follow('2026-06-01 12:00');
    expect(world.arrivals().slice(letters)).toEqual(['2026-06-01 12:00 email handler@county.example 【补充】']);
  });
});

describe('a call to hurry', () => {
  it('is counted for the officer, and goes to the head of the organ once reminders have begun', async () => {
    const { world, follow, since } = await oneComplaint();
    await follow('2026-06-03 10:00', 'urge');
    await world.sweepUntil('2026-06-11 12:00');
    await follow('2026-06-12 10:00', 'urge');
    expect(since('2026-06-03 10').filter((line) => line.includes('催单'))).toEqual([
      '2026-06-03 10:00 email handler@county.example 【催单】',
      '2026-06-12 10:00 email handler@county.example 【催单】',
      '2026-06-12 10:00 sms 13900000601 【催单】',
      '2026-06-12 10:00 email leader@county.example 【催单】',
    ]);
    expect(world.outbox.findLast(({ to }) => to === 'leader@county.example')!.text).toContain('这是第2次');
  });
});

describe('a partner that sends a case back', () => {
  it('has the lead told at once what to do, and the level that is reviewing it', async () => {
    const { follow, order, since } = await oneComplaint({ channel: 'partner', partner: 'hotline' });
    await order('2026-06-02 10:00', { type: 'accept' });
    await follow('2026-06-02 12:00', 'send-back');
    expect(since('2026-06-02 12').filter((line) => line.includes('city'))).toEqual([]);
    await order('2026-06-03 10:00', { type: 'report', findings: '属实' });
    await follow('2026-06-04 10:00', 'send-back');
    expect(since('2026-06-04').filter((line) => line.includes('退单'))).toEqual([
      '2026-06-04 10:00 email handler@county.example 【退单】',
      '2026-06-04 10:00 sms 13900000601 【退单】',
      '2026-06-04 10:00 email handler@city.example 【退单】',
    ]);
  });

  it('because the sender withdraws has the officer told, and closes nothing; after the end it asks for nothing', async () => {
    const { world, follow, close, state, since } = await oneComplaint({ channel: 'partner', partner: 'hotline' });
    const before = await state();
    await follow('2026-06-02 12:00', 'withdraw');
    expect(await state()).toMatchObject({ status: before.status, clocks: before.clocks });
    expect(since('2026-06-02 12')[0]).toBe('2026-06-02 12:00 email handler@county.example 【撤单】');
    const [toOfficer, toSender] = world.outbox.slice(-2).map(({ text }) => text);
    expect(toOfficer).toContain('撤单不会使该件自动办结，期限照常计算');
    expect(toSender).toContain('撤单本身不改变该件的办理情况');
    await close();
    await follow('2026-06-04 10:00', 'withdraw');
    const { status, reopeningAsked } = await state();
    expect([status, reopeningAsked]).toEqual(['closed', undefined]);
    expect(since('2026-06-04').filter((line) => line.includes('handler'))).toEqual([]);
    expect(world.outbox.at(-1)!.text).not.toMatch(/核实|转/);
  });

  it('after the end asks for it to be opened again, and the head of the organ hears of it', async () => {
    const { follow, close, state, since } = await oneComplaint({ channel: 'partner', partner: 'hotline' });
    await close();
    await follow('2026-06-04 10:00', 'send-back');
    expect(await state()).toMatchObject({ status: 'closed', reopeningAsked: {} });
    expect(since('2026-06-04').filter((line) => line.includes('重办'))).toEqual([
      '2026-06-04 10:00 email handler@county.example 【重办】',
      '2026-06-04 10:00 sms 13900000601 【重办】',
      '2026-06-04 10:00 email leader@county.example 【重办】',
    ]);
  });
});

describe('more to a complaint that was joined to another', () => {
  async function joined() {
    const some = await oneComplaint();
    const contact = { email: 'sun@citizen.example' };
    const second = await some.world.complain('2026-06-02 10:00', { sourceId: 'b', contact });
    await some.world.order('2026-06-03 10:00', 'county', second.receipt, { type: 'join', into: some.first.receipt });
    return { ...some, second };
  }

  it('goes to the case that it is handled in, told to its own complainant alone, and shown to nobody else', async () => {
    const { world, first, second, follow, state, since, ask } = await joined();
    await follow('2026-06-05 10:00', 'supplement', second.receipt);
    expect((await state()).followUps).toMatchObject([{ to: second.receipt }]);
    expect(since('2026-06-05')).toEqual([
      '2026-06-05 10:00 email handler@county.example 【补充】',
      '2026-06-05 10:00 email sun@citizen.example 1236',
    ]);
    expect(JSON.stringify(world.outbox.at(-1))).not.toContain(first.receipt);
    expect((await ask(second))!.timeline.at(-1)!.text).toBe('已收到您的补充材料');
    expect(JSON.stringify(await ask(first))).not.toContain('补充材料');
  });

  it('has both told where the case is opened again, and only who asked where it is not', async () => {
    const { world, first, second, follow, order, close, since, ask } = await joined();
    await close();
    await follow('2026-07-01 10:00', 'supplement', second.receipt);
    await order('2026-07-02 10:00', { type: 'decline-reopening', reason: '没有新的事实。' });
    expect(since('2026-07-02')).toEqual(['2026-07-02 10:00 email sun@citizen.example 1236']);
    expect(JSON.stringify(await ask(first))).not.toContain('不予重新办理');
    expect((await ask(second))!.timeline.at(-1)!.text).toBe('并案事项：不予重新办理');
    await follow('2026-07-03 10:00', 'supplement', second.receipt);
    await order('2026-07-04 10:00', { type: 'reopen', reason: '又见施工' });
    const told = world.outbox.filter((sent) => sent.at >= '2026-07-04' && statusIn(sent) === '已决定重新办理');
    expect(told.map(({ to }) => to)).toEqual([CITIZEN, 'sun@citizen.example']);
  });

  it('sent before the joining and redelivered after it is not given twice', async () => {
    const { world, first, follow, state } = await oneComplaint();
    const second = await world.complain('2026-06-02 10:00', { sourceId: 'b' });
    const more = await follow('2026-06-02 11:00', 'supplement', second.receipt);
    await world.order('2026-06-03 10:00', 'county', second.receipt, { type: 'join', into: first.receipt });
    await world.registerAgain(more.receipt);
    expect((await state()).followUps).toBeUndefined();
    expect((await world.cases.load(second.receipt))!.followUps).toHaveLength(1);
  });
});

describe('what is sent after a complaint', () => {
  it('whose own message has not come by yet finds its case opened, which that message then finds', async () => {
    const { world, follow } = await oneComplaint();
    const early = await world.acceptOnly('2026-06-04 10:00', { sourceId: 'early', text: '另一件事。' });
    await follow('2026-06-04 10:01', 'supplement', early.receipt);
    expect((await world.cases.load(early.receipt))!.followUps).toHaveLength(1);
    await world.registerAgain(early.receipt);
    expect((await world.cases.events(early.receipt)).map(({ type }) => type)).toEqual(['registered', 'followed-up']);
  });

  it('that there is not opens a case of its own, flagged', async () => {
    const { world, follow, ask } = await oneComplaint();
    const stray = await follow('2026-06-05 10:00', 'urge', 'QH-0000-0000-0000');
    await world.registerAgain(stray.receipt);
    expect(await world.cases.load(stray.receipt)).toMatchObject({ status: 'registered', flags: ['follows-unknown'] });
    expect(await ask(stray)).toMatchObject({ receipt: stray.receipt, status: 'registered' });
  });

  it('that came before it was in has a case of its own, and keeps it; what it adds to is told to belong to it', async () => {
    const { world, follow, ask } = await oneComplaint();
    const later = receiptFor('QH', sha256('web\nlater'));
    const early = await follow('2026-06-05 10:00', 'urge', later);
    await world.complain('2026-06-06 10:00', { sourceId: 'later', text: '另一件事。', order: { number: 'E-1' } });
    await world.registerAgain(early.receipt);
    expect((await world.cases.load(later))!.followUps).toBeUndefined();
    expect(await ask(early)).toMatchObject({ receipt: early.receipt });
    const repeats = [{ caseId: early.receipt, relation: 'same-matter', score: 1 }];
    expect(await world.cases.load(later)).toMatchObject({ repeats });
    await world.order('2026-06-07 10:00', 'county', later, { type: 'join', into: early.receipt });
    expect((await world.cases.load(early.receipt))!.absorbed).toMatchObject([{ receipt: later }]);
  });

  it('in a circle, as only a partner could send it, still ends in one case', async () => {
    const { world } = await oneComplaint();
    const [one, other] = ['circle-a', 'circle-b'].map((sourceId) => receiptFor('QH', sha256(`web\n${sourceId}`)));
    const follows = (to: string) => ({ follows: { to, as: 'supplement' as const } });
    await world.acceptOnly('2026-06-05 10:00', { sourceId: 'circle-a', ...follows(other!) });
    await world.acceptOnly('2026-06-05 10:00', { sourceId: 'circle-b', ...follows(one!) });
    for (const receipt of [one!, other!, one!, other!]) await world.registerAgain(receipt);
    const states = await Promise.all([one!, other!].map((receipt) => world.cases.load(receipt)));
    expect(states.filter(Boolean)).toHaveLength(1);
  });
});
