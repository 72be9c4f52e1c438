import { describe, expect, it } from 'vitest';
import { FOUR_MET } from '../support/cases.ts';
import { CITIZEN, oneComplaint } from '../support/one-complaint.ts';
import { inBeijing } from '../support/rules.ts';
import { statusIn } from '../support/told-status.ts';

describe('more to a case that has ended', () => {
  it('asks for it to be opened again; opened, it owes an answer within sixty days once more', async () => {
    const { world, first, follow, order, close, state, since, ask } = await oneComplaint();
    await close();
    await follow('2026-07-01 10:00');
    expect(await state()).toMatchObject({ status: 'closed', reopeningAsked: { by: [first.receipt] } });
    expect(world.outbox.at(-1)?.text).toContain('是否重新办理将另行告知');
    expect(await ask(first)).toMatchObject({ status: 'closed', awaited: '决定是否重新办理并告知您' });
    await order('2026-07-02 10:00', { type: 'reopen', reason: '又见施工' });
    const reopened = await state();
    expect([reopened?.status, reopened?.answer, reopened?.reopeningAsked]).toEqual(['accepted', undefined, undefined]);
    expect(world.outbox.at(-1)?.text).toContain('我们将在2026年8月31日（周一）24:00前办结并答复您');
    expect(await ask(first)).toMatchObject({ awaited: '办结并答复您', answerBy: '2026-08-31T16:00:00.000Z' });
    await world.sweepUntil('2026-09-03 00:00');
    expect(since('2026-08-31').map((line) => line.slice(0, 16))).toContain('2026-09-02 08:15');
    await world.close('2026-09-03 10:00', 'county', first.receipt, { answer: '经查属实，已再次查处并责令改正。' });
    const progress = (await ask(first))!;
    expect(progress).toMatchObject({ status: 'closed', answer: '经查属实，已再次查处并责令改正。' });
    expect(progress.timeline.map(({ text }) => text)).toEqual([
      ...['已收到您的投诉', '已登记，转有关单位', '已受理', '已办结'],
      ...['已收到您的补充材料，转办理单位研究是否重新办理', '已决定重新办理', '已办结'],
    ]);
  });

  it.each([
    ['closed', '申请行政复议'],
    ['declined', '按原告知书载明的途径'],
    ['transferred', '向该部门查询'],
  ])('is told the reason and what else may be done where a %s case stays so', async (end, remedy) => {
    const { world, first, follow, order, close, state, ask } = await oneComplaint();
    if (end === 'closed') await close();
    if (end === 'declined')
      await order('2026-06-02 10:00', { type: 'decline', reason: 'not-competent', explanation: '具体情况见告知书。' });
    if (end === 'transferred')
      await order('2026-06-02 10:00', { type: 'transfer', department: '城市管理局', explanation: '油烟。' });
    await follow('2026-07-01 10:00');
    await order('2026-07-02 10:00', { type: 'decline-reopening', reason: '没有新的事实。' });
    const left = await state();
    expect([left?.status, left?.reopeningAsked]).toEqual([end, undefined]);
    expect(world.outbox.at(-1)).toMatchObject({ to: CITIZEN, subject: `12369告知 [${first.receipt}]` });
    expect(statusIn(world.outbox.at(-1)!)).toBe('不予重新办理');
    expect(world.outbox.at(-1)?.text).toContain('没有新的事实。');
    expect(world.outbox.at(-1)?.text).toContain(remedy);
    expect((await ask(first))!.timeline.at(-1)!.text).toBe('不予重新办理');
  });

  it('may be asked again after a refusal, and is told again', async () => {
    const { world, follow, order, close, state } = await oneComplaint();
    await close();
    await follow('2026-07-01 10:00');
    await order('2026-07-01 11:00', { type: 'decline-reopening', reason: '没有新的事实。' });
    await follow('2026-07-01 12:00');
    expect((await state()).reopeningAsked).toBeDefined();
    expect(world.outbox.at(-1)?.text).toContain('是否重新办理将另行告知');
  });

  it('is taken up at last where it had been declined: by its procedure, with the sixty days and two months from the receipt', async () => {
    const { world, first, follow, order, state } = await oneComplaint({}, '2026-12-01 10:00');
    await order('2026-12-02 10:00', { type: 'decline', reason: 'not-competent', explanation: '具体情况见告知书。' });
    await follow('2026-12-20 10:00');
    await order('2026-12-21 10:00', { type: 'reopen', reason: '不予受理不当', procedure: 'duty' });
    const running = (await state()).clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
    expect(running.map(({ name, dueAt }) => `${name} ${inBeijing(dueAt)}`)).toEqual([
      ...['handle 2027-02-20 00:00', 'duty-reconsideration 2027-01-31 00:00', 'duty-suit 2027-02-02 00:00'],
    ]);
    expect(world.outbox.at(-1)?.text).toContain('办理途径：属于请求行政机关依法履行职责的事项');
    await world.close('2026-12-22 10:00', 'county', first.receipt, { answer: '经查属实，已责令停止夜间施工。' });
    await follow('2026-12-23 10:00');
    const again = { type: 'reopen', reason: '又见施工', procedure: 'petition' } as const;
    expect(await order('2026-12-24 10:00', again)).toMatchObject({
      detail: '本件已经受理过，重新办理不改办理途径和期限',
    });
  });

  it('for an inspection item starts its own clocks again, and only the level above decides', async () => {
    const inspection = { batch: '3', item: 'D3QH001' };
    const { world, first, follow, order, state } = await oneComplaint({ channel: 'partner', inspection });
    await order('2026-06-02 10:00', { type: 'accept' });
    await order('2026-06-03 10:00', { type: 'report', findings: '属实' });
    await world.close('2026-06-04 10:00', 'city', first.receipt, { answer: '企业已按要求完成整改。', ...FOUR_MET });
    await follow('2026-06-10 10:00', 'send-back');
    const refuse = { type: 'decline-reopening', reason: '已整改到位。' } as const;
    expect((await order('2026-06-10 11:00', refuse)).kind).toBe('refused');
    expect((await order('2026-06-10 11:30', { type: 'reopen', reason: '现场仍有积水' })).kind).toBe('refused');
    await order('2026-06-10 12:00', { type: 'reopen', reason: '现场仍有积水' }, 'city');
    const running = (await state()).clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
    expect(running.map(({ name }) => name).toSorted()).toEqual(['handle', 'inspection-report']);
  });

  it('is refused nothing where nobody asked, and opened by nobody else', async () => {
    const { order, close } = await oneComplaint();
    await close();
    const refused = await order('2026-07-01 10:00', { type: 'decline-reopening', reason: '无' });
    expect(refused).toMatchObject({ kind: 'refused', detail: '没有待答复的重新办理申请' });
    const stranger = await order('2026-07-01 10:00', { type: 'reopen', reason: '无' }, 'neighbour');
    expect(stranger).toMatchObject({ kind: 'refused', reason: 'not-yours' });
    const unasked = { type: 'reopen', reason: '回头看发现反弹' } as const;
    expect((await order('2026-07-01 10:00', unasked)).kind).toBe('refused');
    expect((await order('2026-07-01 10:00', unasked, 'city')).kind).toBe('done');
  });
});
