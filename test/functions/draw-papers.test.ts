import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { StaffCommand } from '../../domain/case/acts.ts';
import { PAPER_KINDS } from '../../domain/papers/papers.ts';
import { consoleOf } from '../support/messages.ts';
import { CLAIMS, DOCUMENT, DOCUMENTS, office } from '../support/office.ts';
import { signerBeside } from '../support/rules.ts';

const WHO = { name: '张三丰', phone: '13912345678', email: 'zhang@example.com' };
const ACCEPT: StaffCommand = { type: 'accept', procedure: 'petition' };
const PROPOSE: StaffCommand = {
  type: 'propose-closing',
  facts: '两次夜查，工地22时后仍在浇筑混凝土。',
  opinion: '已责令停止夜间施工，并立案处罚。',
  outcome: 'supported',
  basis: ['matter:construction-noise'],
};

async function caseWith(...commands: readonly StaffCommand[]) {
  const here = await office({ contact: WHO, text: '夜里很吵，睡不着。' });
  for (const command of commands) await here.world.order('2026-06-01 12:00', 'county', here.receipt, command);
  const papers = async (claims: Record<string, unknown> = CLAIMS) =>
    (await here.call(DOCUMENTS, { id: here.receipt, claims })).json.papers as {
      readonly kind: string;
      readonly missing: readonly string[];
      readonly href?: string;
    }[];
  const draw = async (kind: string) => await here.call(DOCUMENT, { id: here.receipt, path: { kind } });
  return { ...here, papers, draw };
}

const partsOf = (bytes: Uint8Array) => {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xml'));
  return Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)]));
};

/** What somebody reads on the paper, a line a paragraph. */
const linesOf = (bytes: Uint8Array): readonly string[] =>
  [...partsOf(bytes)['word/document.xml']!.matchAll(/<w:p>.*?<\/w:p>|<w:p\/>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );

describe('the papers of a case', () => {
  it('are listed whole, each with what it still lacks', async () => {
    const { papers } = await caseWith();
    const all = await papers();
    expect(all.map(({ kind }) => kind)).toEqual(PAPER_KINDS);
    expect(all.filter(({ missing, href }) => missing.length === 0 || href !== undefined)).toEqual([]);
    expect(all[0]!.missing).toEqual(['尚未受理']);
  });

  it('cannot be drawn before: who asks is told what is missing, and of a paper that there is not, that', async () => {
    const { draw } = await caseWith();
    const { status, json } = await draw('answer');
    expect([status, json.detail]).toEqual([422, '文书要素不全：尚未签发答复']);
    expect((await draw('invoice')).status).toBe(404);
  });

  it('say of an acceptance what was told, by the organ that told it, with its date', async () => {
    const { receipt, papers, draw } = await caseWith(ACCEPT);
    expect((await papers()).filter(({ href }) => href).map(({ kind }) => kind)).toEqual(['accepted']);
    const { status, headers, bytes } = await draw('accepted');
    expect(status).toBe(200);
    expect(headers['content-disposition']).toBe(`attachment; filename="${receipt}-accepted.docx"`);
    const lines = linesOf(bytes);
    expect(lines.slice(0, 2)).toEqual(['county局', '信访事项受理告知书']);
    expect(lines).toContain(`信访人（登记编号：${receipt}）：`);
    const text = lines.join('\n');
    for (const element of [
      /收到日期：2026年6月1日/,
      /您反映的问题：/,
      /办理途径：属于依照信访程序/,
      /前办结并答复您/,
      /《信访工作条例》/,
    ])
      expect(text).toMatch(element);
    expect(lines.slice(-2)).toEqual(['county局', '2026年6月1日']);
  });

  it('hold of an answer to a petition its facts, opinion, outcome, basis and remedy', async () => {
    const { world, receipt, draw } = await caseWith(ACCEPT, PROPOSE);
    await world.order('2026-06-01 13:00', signerBeside('county'), receipt, { type: 'close' });
    const text = linesOf((await draw('answer')).bytes).join('\n');
    for (const element of [
      '信访事项处理意见书',
      '查明的事实：两次夜查',
      '处理意见：已责令',
      '办理结论：',
      '依据：',
      '救济途径：',
      '请求复查',
    ])
      expect(text).toContain(element);
  });

  it('are a notice and a letter to the department where a matter was passed on', async () => {
    const department = '青禾市城市管理局';
    const { draw } = await caseWith({ type: 'transfer', department, explanation: '该事项属于夜间施工管理。' });
    expect(linesOf((await draw('transfer-notice')).bytes).join('\n')).toContain(`已移送${department}办理`);
    const letter = linesOf((await draw('transfer-letter')).bytes);
    expect(letter).toContain(`${department}：`);
    expect(letter.join('\n')).toMatch(/现移送贵单位[\s\S]+移送理由：该事项属于夜间施工管理[\s\S]+依据：《/);
  });

  it('are laid out as official papers are: A4, margins, 22 lines of 28 characters, fonts by their names', async () => {
    const { draw } = await caseWith(ACCEPT);
    const { bytes } = await draw('accepted');
    const { 'word/document.xml': document, 'word/styles.xml': styles } = partsOf(bytes);
    const mm = (value: number) => Math.round((value / 25.4) * 1440);
    const [, margins] = /<w:pgMar ([^/]*)\/>/.exec(document!)!;
    const marginOf = (side: string) => {
      const [, value, unit] = new RegExp(`w:${side}="(\\d+)(mm)?"`).exec(margins!)!;
      return unit ? mm(Number(value)) : Number(value);
    };
    expect(['top', 'left'].map(marginOf)).toEqual([mm(37), mm(28)]);
    const height = mm(297) - marginOf('top') - marginOf('bottom');
    const width = mm(210) - marginOf('left') - marginOf('right');
    expect(Math.round(height / 579)).toBe(22);
    expect(Math.round(width / (320 - (849 / 4096) * 20))).toBe(28);
    expect(document).toMatch(/<w:docGrid [^>]*w:type="linesAndChars"/);
    expect(document).toContain('方正小标宋简体');
    expect(styles).toContain('仿宋_GB2312');
  });

  it('tell nobody who complained nor what they wrote, are for whoever may see the case, and leave a trace', async () => {
    const { call, receipt, draw } = await caseWith(ACCEPT);
    let all = '';
    const log = await consoleOf(async () => {
      all = Object.values(partsOf((await draw('accepted')).bytes)).join();
      const neighbour = { ...CLAIMS, organ: 'neighbour' };
      for (const route of [DOCUMENTS, DOCUMENT]) {
        const path = { kind: 'accepted' };
        expect((await call(route, { id: receipt, path, claims: neighbour })).status).toBe(403);
        expect((await call(route, { id: 'QH-0000-0000-0000', path })).status).toBe(404);
      }
    });
    for (const secret of [...Object.values(WHO), '睡不着']) expect(all + log).not.toContain(secret);
    expect(log.split('\n').filter((line) => line.includes('case-viewed'))).toHaveLength(1);
  });
});
