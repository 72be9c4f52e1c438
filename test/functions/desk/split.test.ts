import { describe, expect, it } from 'vitest';
import { county, HEAD, MINUTE } from '../../support/county-desk.ts';
import { ask, asStaff, hiddenOf, logIn } from '../../support/desk.ts';
import { analyse } from '../../support/world.ts';

const LETTER = '工地每晚施工到凌晨。另外，隔壁饭店油烟熏人。昨天又是一样。';
const CUT = LETTER.indexOf('另外');
const about = { subtypes: [], urgency: 'normal' } as const;

/** What the rules make of it: two problems. */
const judge: NonNullable<Parameters<typeof county>[0]> = (complaint) => {
  const one = analyse(complaint);
  const parts = [
    { ...about, types: ['噪声' as const], matter: 'construction-noise', start: 0, end: CUT, lead: 'county' },
    { ...about, types: ['大气' as const], matter: 'cooking-fumes', start: CUT, end: LETTER.length },
  ];
  return { ...one, classification: { ...one.classification, parts } };
};
const SPLIT = 'GET /desk/cases/{id}/split';

/** The county has accepted a letter of two matters, and its head is about to split it. */
async function splitting() {
  const desk = await county(judge);
  const { world, pages, acts, cookies } = desk;
  const { receipt } = await world.complain('2026-06-01 10:30', { sourceId: 'two', text: LETTER, target: '某工地' });
  await world.order('2026-06-01 14:00', 'county/head', receipt, { type: 'accept' });
  const path = { id: receipt, act: 'split' };
  const action = `/desk/cases/${receipt}/acts/split`;
  const at = desk.at;
  const begin = async (who = cookies) => await ask(pages, SPLIT, { path, cookies: who, at });
  const send = async (page: string, fields: Record<string, string>) => {
    const form = { ...hiddenOf(page, action), ...fields };
    return await ask(acts, 'POST /desk/cases/{id}/acts/{act}', { path, cookies, form, at: at + MINUTE });
  };
  const state = async () => (await world.cases.load(receipt))!;
  return { ...desk, receipt, begin, send, state, path };
}

const TWO = { 'parts-0-sentences': '1', 'parts-1-sentences': '2-3' };
const WHOSE = {
  'parts-0-lead': 'county局',
  'parts-0-matter': 'construction-noise',
  'parts-1-lead': 'county局',
  'parts-1-matter': 'cooking-fumes',
  reason: '两个单位各办各的',
};

describe('a letter of several matters', () => {
  it('is split at the desk: first which sentences are which part, then who handles each', async () => {
    const { begin, send, state, receipt, pages, cookies, at, world } = await splitting();
    const first = await begin();
    expect(first.text).toMatch(/<span class="tag">1<\/span>工地每晚施工到凌晨。<span class="tag">2<\/span>/);
    const second = await send(first.text, { ...TWO, do: 'next' });
    expect(second.status).toBe(200);
    const done = await send(second.text, { ...TWO, ...WHOSE, do: 'act' });
    expect(done.location).toContain(`/desk/next?done=split.${receipt}.`);
    expect(await state()).toMatchObject({ status: 'split', parts: [{ number: 1 }, { number: 2 }] });
    const page = async (id: string) => (await ask(pages, 'GET /desk/cases/{id}', { path: { id }, cookies, at })).text;
    expect(await page(receipt)).toMatch(/<h2>拆分<\/h2>.*第1部分.*-1">建筑施工噪声<.*第2部分.*-2">餐饮油烟/s);
    await world.relayNew();
    expect(await page(`${receipt}-1`)).toContain(`本件是<a class="go" href="/desk/cases/${receipt}">`);
  });

  it('says before the last part is signed that the whole is answered by it', async () => {
    const { begin, send, receipt, world, acts, cookies } = await splitting();
    await send((await begin()).text, { ...TWO, ...WHOSE, do: 'act' });
    await world.relayNew();
    const answer = { facts: '夜间施工未取得证明。', opinion: '已责令停止夜间施工。' };
    const signing = async (part: number) => {
      const id = `${receipt}-${part}`;
      await world.order('2026-06-03 10:00', 'county/handler', id, { type: 'propose-closing', ...answer });
      const asked = { path: { id, act: 'close' }, cookies, at: Date.parse('2026-06-03T03:00:00Z') };
      return (await ask(acts, 'GET /desk/cases/{id}/acts/{act}', asked)).text;
    };
    expect(await signing(1)).toContain('还有1部分没有办结，全部办结后合成一份答复');
    await world.order('2026-06-03 11:00', 'county/head', `${receipt}-1`, { type: 'close' });
    await world.relayNew();
    expect(await signing(2)).toContain('这是最后一部分：整件随即办结');
  });

  it('has each part know where its words stand', async () => {
    const { begin, send, receipt, world } = await splitting();
    const second = await send((await begin()).text, { ...TWO, do: 'next' });
    await send(second.text, { ...TWO, ...WHOSE, do: 'act' });
    const event = (await world.cases.events(receipt)).find(({ type }) => type === 'split');
    const ranges = (event as { parts?: { ranges: { start: number; end: number }[] }[] }).parts!.map((one) =>
      one.ranges.map(({ start, end }) => LETTER.slice(start, end)).join(''),
    );
    expect(ranges).toEqual(['工地每晚施工到凌晨。', LETTER.slice(10)]);
  });

  it('shows what was found of it already filled in', async () => {
    const { begin, send } = await splitting();
    const { text } = await begin();
    expect(text).toContain('系统看出2个问题');
    expect(text.match(/name="parts-\d-sentences"[^>]*\s+value="[^"]+"/g)).toHaveLength(2);
    const second = await send(text, { ...TWO, do: 'next' });
    for (const matter of ['construction-noise', 'cooking-fumes'])
      expect(second.text).toContain(`<option value="${matter}" selected>`);
    expect(second.text).toContain('value="county局"');
  });

  it('names the part in which something is wrong, and keeps what was typed', async () => {
    const { begin, send, state } = await splitting();
    const { text } = await begin();
    const wrong = await send(text, { ...TWO, ...WHOSE, 'parts-1-sentences': '2-9', do: 'act' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('第2部分，第几句：没有这一句');
    expect(wrong.text).toContain('两个单位各办各的');
    const nobody = await send(text, { ...TWO, ...WHOSE, 'parts-1-lead': '没有的单位', do: 'act' });
    expect(nobody.text).toContain('第2部分，主办单位：没有叫“没有的单位”的单位，请从列表里选');
    expect((await send(text, { ...TWO, 'parts-0-lead': '本单位', do: 'act' })).text).toContain(
      '第2部分：请填写主办单位',
    );
    const one = await send(text, { 'parts-0-sentences': '1', 'parts-0-lead': 'county局', do: 'act' });
    expect(one.text).toContain('请至少分成两个部分');
    const third = await send(text, { 'parts-2-matter': 'cooking-fumes', do: 'act' });
    for (const shown of ['第1部分', '第2部分', '第3部分']) expect(third.text).toContain(shown);
    expect((await state()).status).toBe('accepted');
  });

  it('half split while the session ran out waits for that person', async () => {
    const { begin, send, deps, acts, path, receipt, at } = await splitting();
    const second = await send((await begin()).text, { ...TWO, do: 'next' });
    deps.computer.at += 45 * MINUTE;
    const late = await send(second.text, { ...TWO, ...WHOSE, do: 'act' });
    expect(late.location).toBe(`/login?to=${encodeURIComponent(`/desk/cases/${receipt}/acts/split`)}`);
    const cookies = await logIn(deps, HEAD);
    const { text } = await ask(acts, 'GET /desk/cases/{id}/acts/{act}', { path, cookies, at });
    for (const words of ['您写的内容都还在', 'value="2-3"', '两个单位各办各的']) expect(text).toContain(words);
  });

  it('is not offered to whoever may not split it', async () => {
    const { begin, deps } = await splitting();
    const handler = await logIn(deps, asStaff({ sub: 'county-publicity', role: 'publicity' }));
    expect((await begin(handler)).text).not.toContain('/acts/split"');
  });
});
