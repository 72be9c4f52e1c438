import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { county } from '../../support/county-desk.ts';

const FACTS = '12月2日夜间现场检查，工地22时仍在浇筑。';
const OPINION = '已责令停止夜间施工，并立案处罚。';
const ANSWER = '经查属实，已责令停止夜间施工，并立案处罚。';
const SAID = { truth: 'mostly', measures: '责令整改 2\n罚款 5000.5' };

const typedIn = (page: string, name: string) =>
  (new RegExp(`<textarea id="${name}"[^>]*>\\n(.*?)</textarea>`, 's').exec(page)?.[1] ??
    new RegExp(`name="${name}" value="([^"]*)" checked`).exec(page)?.[1]) as string;

async function proposed(said: Record<string, string>) {
  const desk = await county();
  await desk.act('accept', {});
  expect((await desk.act('propose-closing', said)).status).toBe(303);
  const back = async (reason: string) =>
    await desk.world.order('2026-06-02 09:30', 'county/reviewer', desk.receipt, {
      ...{ type: 'return-closing', reason },
    } as StaffCommand);
  return { ...desk, back };
}

describe('an answer that was sent back', () => {
  it.each([
    ['in parts', { facts: FACTS, opinion: OPINION, ...SAID }],
    ['as one text', { answer: ANSWER, ...SAID }],
  ])('begins with all that was written %s, and with why it came back', async (_, said) => {
    const { open, back } = await proposed(said);
    await back('请写明监测结果。');
    const { text } = await open('propose-closing');
    for (const [name, value] of Object.entries(said)) expect([name, typedIn(text, name)]).toEqual([name, value]);
    expect(text).toMatch(/county局 审核人\s*退回：.*请写明监测结果。/s);
  });

  it('may be changed as long as nobody has signed it, and begins anew after it was', async () => {
    const { open, world, receipt } = await proposed({ facts: FACTS, opinion: OPINION });
    expect(typedIn((await open('propose-closing')).text, 'facts')).toBe(FACTS);
    await world.order('2026-06-02 09:30', 'county/reviewer', receipt, { type: 'close' } as StaffCommand);
    await world.order('2026-06-02 09:40', 'city/head', receipt, {
      type: 'reopen',
      reason: '没有解决。',
    } as StaffCommand);
    expect(typedIn((await open('propose-closing')).text, 'facts')).toBe('');
  });
});

it('a report that was sent back begins with what was reported, and with what is missing', async () => {
  const { act, open, world, receipt } = await county();
  await act('accept', {});
  await act('report', { findings: '查明夜间施工未取得证明。' });
  await world.order('2026-06-02 09:30', 'city/head', receipt, {
    type: 'return',
    missing: '缺监测数据。',
  } as StaffCommand);
  const { text } = await open('report');
  expect(typedIn(text, 'findings')).toBe('查明夜间施工未取得证明。');
  expect(text).toMatch(/city局 单位负责人\s*退回：.*缺监测数据。/s);
});
