import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../../functions/desk-acts/look-ups.ts';
import { dayTyped, receiptTyped } from '../../../functions/shared/desk/read-typed.ts';
import { county, HEAD } from '../../support/county-desk.ts';
import { beijing } from '../../support/rules.ts';

const VISIT = { people: '孔经办', findings: '现场已停工。' };

describe('what staff type', () => {
  it.each(['2026-06-02', '2026年6月2日', '2026.6.2', '2026/06/02', '２０２６－６－２', '2026年06月02号'])(
    'is a day however it is written: %s',
    (typed) => expect(dayTyped(typed)).toBe('2026-06-02'),
  );

  it.each(['6月2日', '明天', '2026年6月', '2026-06-02 09:30'])('is no day: %s', (typed) =>
    expect(dayTyped(typed)).toBe(typed),
  );

  it.each(['QH-7KX4-M9P2-Q3T8', 'qh 7kx4 m9p2 q3t8', 'ＱＨ７ＫＸ４Ｍ９Ｐ２Ｑ３Ｔ８', '登记编号：QH-7KX4-M9P2-Q3T8'])(
    'is a receipt however it is pasted: %s',
    (typed) => expect(receiptTyped(typed)).toBe('QH-7KX4-M9P2-Q3T8'),
  );

  it('of a visit on a day in Chinese is kept as that day', async () => {
    const { act, world, receipt } = await county();
    expect((await act('record-visit', { ...VISIT, on: '2026年6月2日' })).status).toBe(303);
    expect((await world.cases.events(receipt)).at(-1)).toMatchObject({ type: 'visited', on: '2026-06-02' });
  });

  it.each([
    ['record-visit', { ...VISIT, on: '昨天' }, '哪一天：请写成“2026-12-31”的样子'],
    ['assign', { lead: '邻县的局', 'limit-count': '三' }, '主办单位：没有叫这个名字的单位，请从列表里选'],
    ['assign', { lead: 'county局', 'limit-count': '三' }, '要求办结的期限：请写一个数字，例如 15'],
    [
      'plan-rectification',
      { measures: '清淤', owner: '厂长', milestones: '2026年7月1日 围挡\n月底 完工', end: '2026-07-31' },
      '时间表：第2行，请写成“2026-12-31 围挡完工”的样子',
    ],
  ])('that cannot be read is told with how it is written: %s', async (type, typed, told) => {
    const { act } = await county();
    const { status, text } = await act(type, typed);
    expect(status).toBe(422);
    expect(text).toContain(told);
    expect(text).not.toContain('格式不正确');
  });

  it('names an organ by the end of its name, where no other ends so', async () => {
    const { act } = await county();
    expect((await act('assign', { lead: 'unty局' })).text).not.toContain('没有叫这个名字的单位');
    expect((await act('assign', { lead: 'y局' })).text).toContain('没有叫这个名字的单位');
  });

  it('is asked for once where one of several fields would do', async () => {
    const { act } = await county();
    await act('accept', {});
    const { text } = await act('propose-closing', {});
    expect(text).toContain('请填写“查明的事实”');
    expect(text).not.toContain('此项必填');
  });
});

describe('a form that names what the case has', () => {
  it('offers the clocks that may be extended by what they are for', async () => {
    const { act, open } = await county();
    await act('accept', {});
    const { text } = await open('request-extension');
    const [, clocks = ''] = /<select id="clock"[^>]*>(.*?)<\/select>/s.exec(text) ?? [];
    expect(clocks).toContain('<option value="handle">办结并答复信访人：');
    // The only one there is needs no choice.
    expect([clocks.includes('不指定'), text.includes('不选就是')]).toEqual([false, false]);
  });

  it('says of a colleague who is away until when', async () => {
    const { deps } = await county();
    const [from, to] = [beijing('2026-06-01 00:00'), beijing('2026-06-05 23:59')];
    const contacts = [
      { role: 'handler', name: '孔经办', sub: 'u-1', phone: '13900000001', absent: [{ from, to }] },
      { role: 'handler', name: '林同事', sub: 'u-2', phone: '13900000002' },
    ] as const;
    const organs = new Map([...deps.context.organs, ['county', { ...deps.context.organs.get('county')!, contacts }]]);
    const labelsAt = (now: string) =>
      choicesOf({ staff: HEAD, now }, { ...deps, context: { ...deps.context, organs } } as never).colleagues.map(
        ({ label }) => label,
      );
    expect(labelsAt(beijing('2026-06-02 09:00'))).toEqual(['孔经办（离岗到2026年6月5日）', '林同事']);
    expect(labelsAt(beijing('2026-06-08 09:00'))).toEqual(['孔经办', '林同事']);
  });

  it('says of whom nothing was chosen that nothing was recorded', async () => {
    const { act, world, receipt } = await county();
    const before = (await world.cases.events(receipt)).length;
    const { status, text } = await act('mark', {});
    expect(status).toBe(200);
    expect(text).toContain('没有变化，没有另外记录');
    expect(await world.cases.events(receipt)).toHaveLength(before);
  });

  it('that is no longer this person’s turn says whose it is, and offers nothing that would be refused', async () => {
    const { act, open } = await county();
    await act('accept', {});
    const { text } = await open('accept');
    expect(text).toContain('现在不能办理：事项现为“已受理”');
    expect(text).not.toContain('value="act"');
    expect(text).toContain('存草稿');
  });
});
