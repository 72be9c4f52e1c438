import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { CASE, CLAIMS, office, PAPER } from '../support/office.ts';
import { newWorld } from '../support/world.ts';

const WHO = { name: '钱测试', phone: '13911112222', email: 'qian@citizen.example' };

/** A case of December 2026, taken up by the county the next day. */
async function accepted() {
  const world = newWorld();
  const { receipt } = await world.complain('2026-12-01 10:00', { contact: WHO, text: '楼下歌舞厅夜里太吵。' });
  const order = (at: string, command: StaffCommand, who = 'county') => world.order(at, who, receipt, command);
  await order('2026-12-02 09:00', { type: 'accept' });
  const letterTo = (to: string) => world.outbox.findLast((one) => one.to === to);
  return { world, receipt, order, letterTo, stateOf: async () => (await world.cases.load(receipt))! };
}

const moved = (department: string) => ({ type: 'transfer', department, explanation: '属贵单位职责。' }) as const;
const GOVERNMENT = '某市人民政府';
const AT_GOVERNMENT = 'office@government.example';

describe('a transfer', () => {
  it('reaches a department outside the roster by the address in the province file', async () => {
    const { receipt, order, letterTo, stateOf } = await accepted();
    await order('2026-12-03 09:00', moved(GOVERNMENT));
    const { subject, text } = letterTo(AT_GOVERNMENT)!;
    expect(subject).toBe(`【信访事项移送函】${receipt}`);
    for (const part of [
      `登记编号：${receipt}`,
      '移送理由：属贵单位职责。',
      '依据：《生态环境法典》第一千零八十三条第一款、《信访工作条例》第二十三条第一款',
      '移送去向我单位已告知信访人',
      `联系：county局，电话0990-12369001，请报登记编号${receipt}。`,
    ])
      expect(text).toContain(part);
    expect((await stateOf()).transfer).toMatchObject({ to: GOVERNMENT, reached: 'notice' });
  });

  it('reaches an organ of the roster by its name', async () => {
    const { order, letterTo } = await accepted();
    await order('2026-12-03 09:00', moved('neighbour局'));
    expect(letterTo('handler@neighbour.example')!.subject).toContain('【信访事项移送函】');
  });

  it('tells the department neither who complained nor what they wrote', async () => {
    const { order, letterTo } = await accepted();
    await order('2026-12-03 09:00', moved(GOVERNMENT));
    const { text } = letterTo(AT_GOVERNMENT)!;
    for (const personal of [...Object.values(WHO), '歌舞厅']) expect(text).not.toContain(personal);
  });

  it('to nobody we can write to waits to be carried by hand, until that department has acknowledged it', async () => {
    const { world, order, stateOf } = await accepted();
    const before = world.outbox.length;
    await order('2026-12-03 09:00', moved('某镇人民政府'));
    expect(world.outbox.slice(before).map(({ to }) => to)).not.toContain(AT_GOVERNMENT);
    expect((await stateOf()).transfer).toMatchObject({ reached: 'by-hand' });
    const taken = { type: 'acknowledge-transfer', words: '办公室小李收' } as const;
    expect((await order('2026-12-04 09:00', taken)).kind).toBe('done');
    expect((await order('2026-12-05 09:00', taken)).kind).toBe('unchanged');
    expect((await stateOf()).transfer).toMatchObject({ acknowledgedAt: '2026-12-04T01:00:00.000Z' });
  });

  it('does not go to whom the complaint accuses', async () => {
    const { order } = await accepted();
    const accuse = { type: 'correct-accused', accused: ['neighbour'], reason: '反映其不作为' } as const;
    await order('2026-12-03 09:00', accuse, 'city');
    expect(await order('2026-12-03 10:00', moved('neighbour局'))).toMatchObject({
      kind: 'refused',
      detail: '不得把反映一个单位的事项发送给该单位',
    });
  });

  it('is printed, and shown with where it stands', async () => {
    const { world, receipt, call } = await office({ contact: WHO });
    await world.order('2026-06-02 09:00', 'county', receipt, moved('某镇人民政府'));
    const { transfer } = (await call(CASE, { id: receipt })).json;
    expect(transfer).toMatchObject({ to: '某镇人民政府', text: '移送函待打印后人工送达' });
    const paper = await call(PAPER, { id: receipt, path: { number: '2' } });
    expect([paper.status, paper.headers['cache-control']]).toEqual([200, 'no-store']);
    for (const part of ['<h1>信访事项移送函</h1>', '某镇人民政府：', 'county局（盖章）', '2026年6月2日'])
      expect(paper.text).toContain(part);
    for (const personal of Object.values(WHO)) expect(paper.text).not.toContain(personal);
    const other = { ...CLAIMS, organ: 'neighbour' };
    expect((await call(PAPER, { id: receipt, path: { number: '2' }, claims: other })).status).toBe(403);
  });
});

const PUSH = {
  type: 'send-way',
  way: 'lateral',
  to: GOVERNMENT,
  words: '请查营业时间。',
  answerBy: '2026-12-18',
} as const;

describe('a case that is pushed to another department (横向推送)', () => {
  it('asks it for an answer by a day, and stays with its lead', async () => {
    const { order, letterTo, stateOf } = await accepted();
    await order('2026-12-03 09:00', PUSH);
    const { subject, text } = letterTo(AT_GOVERNMENT)!;
    expect(subject).toContain('【重点问题推送函】');
    expect(text).toContain('该件仍由我单位办理和答复信访人');
    expect(text).toContain('请于2026年12月18日前答复我单位。');
    const { status, waysSent } = await stateOf();
    expect([status, waysSent]).toMatchObject(['accepted', [{ way: 'lateral', reached: 'notice', item: 1 }]]);
  });

  it('is chased until it is answered: the lead first, then the level above', async () => {
    const { world, order } = await accepted();
    await order('2026-12-03 09:00', PUSH);
    const before = world.outbox.length;
    await world.sweepUntil('2026-12-21 12:00');
    const chased = world.outbox.slice(before).filter(({ text }) => text.includes('催要对方单位的答复'));
    expect(chased.map(({ at, to }) => `${at} ${to}`).at(0)).toBe('2026-12-11 08:15 handler@county.example');
    expect(chased.at(-1)!.to).toBe('leader@city.example');
    expect(chased[0]!.text).toContain(`依据：向${GOVERNMENT}发送时指定的答复期限`);
  });

  it('is no longer chased once it was answered; another that still waits is', async () => {
    const { order, stateOf } = await accepted();
    await order('2026-12-03 09:00', PUSH);
    await order('2026-12-03 10:00', { ...PUSH, to: '某镇人民政府', answerBy: '2026-12-20' });
    await order('2026-12-03 11:00', { type: 'send-way', way: 'regional', to: '西南督察局' });
    await order('2026-12-08 09:00', { type: 'answer-way', way: 'regional', to: '西南督察局', words: '已收悉。' });
    await order('2026-12-08 10:00', { type: 'answer-way', way: 'lateral', to: GOVERNMENT, words: '已责令整改。' });
    const running = (await stateOf()).clocks.filter(({ stoppedAt }) => stoppedAt === undefined);
    expect(running.map(({ name }) => name).filter((name) => name.startsWith('sent-answer'))).toEqual(['sent-answer#2']);
  });

  it('that nobody answers is waited for until its day, then no longer; sent again it is waited for anew', async () => {
    const { order, stateOf } = await accepted();
    const silent = {
      type: 'report-silence',
      way: 'lateral',
      to: GOVERNMENT,
      words: '两次去函未复，自行核查。',
    } as const;
    const chasing = async () =>
      (await stateOf()).clocks.filter(({ name, stoppedAt }) => name === 'sent-answer#1' && stoppedAt === undefined);
    await order('2026-12-03 09:00', PUSH);
    expect(await order('2026-12-18 09:00', silent)).toMatchObject({ detail: expect.stringContaining('期限未满') });
    expect((await order('2026-12-19 09:00', silent)).kind).toBe('done');
    expect(await chasing()).toEqual([]);
    expect(await order('2026-12-19 10:00', silent)).toMatchObject({ detail: '没有等待答复的发送' });
    await order('2026-12-20 09:00', { ...PUSH, answerBy: '2026-12-30' });
    expect(await chasing()).toHaveLength(1);
    expect((await stateOf()).waysSent).toMatchObject([{ to: GOVERNMENT, answerBy: '2026-12-30' }]);
  });

  it('says by when it wants to hear', async () => {
    const { order } = await accepted();
    expect(await order('2026-12-03 09:00', { ...PUSH, answerBy: undefined })).toMatchObject({
      detail: '横向推送要写明答复期限',
    });
  });
});

describe('a 重点问题督办单', () => {
  const ORDER = {
    type: 'issue-order',
    to: GOVERNMENT,
    number: '环信督〔2026〕5号',
    demands: '年底前解决扰民问题',
    answerBy: '2026-12-25',
  } as const;

  it('goes to the government under its number, with what is demanded; the lead hears of it', async () => {
    const { order, letterTo } = await accepted();
    await order('2026-12-03 09:00', ORDER, 'city');
    const { subject, text } = letterTo(AT_GOVERNMENT)!;
    expect(subject).toBe('【重点问题督办单】环信督〔2026〕5号');
    expect(text).toContain('督办要求：年底前解决扰民问题');
    expect(text).toContain('请于2026年12月25日前书面答复办理情况。');
    expect(letterTo('handler@county.example')!.text).toContain(
      '已向某市人民政府发出重点问题督办单（环信督〔2026〕5号）',
    );
  });

  it('is acknowledged and answered like what was sent by other ways, and then its clock ends', async () => {
    const { order, stateOf } = await accepted();
    await order('2026-12-03 09:00', ORDER, 'city');
    await order('2026-12-04 09:00', { type: 'acknowledge-way', way: 'order', to: GOVERNMENT });
    await order('2026-12-20 09:00', { type: 'answer-way', way: 'order', to: GOVERNMENT, words: '已解决。' }, 'city');
    const { waysSent, clocks } = await stateOf();
    expect(waysSent).toMatchObject([{ way: 'order', answeredAt: '2026-12-20T01:00:00.000Z' }]);
    expect(clocks.find(({ name }) => name === 'sent-answer#1')?.stoppedAt).toBe('2026-12-20T01:00:00.000Z');
  });

  it('that nobody answers is let go by whoever ordered it, and not by the lead', async () => {
    const { order } = await accepted();
    await order('2026-12-03 09:00', ORDER, 'city');
    const silent = { type: 'report-silence', way: 'order', to: GOVERNMENT, words: '已提请上级约谈。' } as const;
    expect(await order('2026-12-28 09:00', silent)).toMatchObject({
      detail: expect.stringContaining('由发出单位登记'),
    });
    expect((await order('2026-12-28 09:00', silent, 'city')).kind).toBe('done');
  });

  it('is not the lead’s to send', async () => {
    const { order } = await accepted();
    expect(await order('2026-12-03 09:00', ORDER, 'county')).toMatchObject({ reason: 'not-yours' });
  });
});
