import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { letters } from './citizens-letters.ts';

const PAGE = join(import.meta.dirname, '..', '..', '..', 'docs', 'notices.md');

/** Which sentence holds an element that the rules ask for, and which letters must have it. */
const ELEMENTS: readonly (readonly [element: string, sentence: RegExp, letters: RegExp])[] = [
  ['哪个机关', /\n(?:青禾省生态环境厅|禾阳市生态环境局东川分局)\n/, /./],
  ['日期', /\n2026年12月\d+日\n/, /./],
  ['登记编号', /登记编号：QH-0000-0000-0001/, /./],
  ['到哪里查', /https:\/\/12369\.qinghe\.example\/ 查询/, /./],
  ['打什么电话', /咨询电话：[\d-]+/, /./],
  ['接收情况', /您反映的问题：.+（.+）。/, /^(?:受理|不予受理|不再受理|告知|请补充|移送|立案|办结)/],
  ['办理途径和程序', /办理途径：属于.+。/, /^受理/],
  ['期限', /我们将在.+前办结并答复您。/, /^受理|决定重新办理/],
  ['查明的事实', /查明的事实：.+/, /^办结/],
  ['处理意见', /处理意见：.+/, /^办结/],
  ['办理结论', /办理结论：.+支持。/, /^办结 petition/],
  ['理由', /原因：.+/, /^不|告知法定|请补充|延长/],
  ['法律依据', /依据：.*《.+/, /^(?:受理|不予受理|不再受理|告知|移送|立案|办结)/],
  ['救济途径', /救济途径：.+/, /^办结 (?!suggestion|legal-ways)/],
  ['不服怎么办', /认为应当受理的，可以向.+反映/, /^不予受理|不再受理|告知法定/],
];

describe('every letter to a citizen', () => {
  it.each(ELEMENTS)('says: %s', (_, sentence, which) => {
    const asked = letters.filter(([title]) => which.test(title));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(([, text]) => !sentence.test(`\n${text}\n`)).map(([title]) => title)).toEqual([]);
  });

  it('stands in docs/notices.md as people get it', async () => {
    const rows = ELEMENTS.map(([element, sentence]) => {
      const [found] = letters.flatMap(([, text]) => sentence.exec(`\n${text}\n`)?.[0] ?? []);
      return `| ${element} | ${found!.trim()} |`;
    });
    const page = [
      '# Notices to citizens · 告知信访人的文书',
      'Written and checked by [citizens-letters.test.ts](../test/domain/notices/citizens-letters.test.ts): edit the texts in `domain/notices`, then run that test with `-u`. Why they say what they say: [ADR 59](adr/0059-what-a-notice-must-say.md).',
      '本页列出信访人收到的每一种文书的全文，以及各项法定要素由哪一句话承担；由测试生成，不要手改。改文字，改 `domain/notices` 中的文件，再运行该测试并加 `-u`。为什么这样写，见 [ADR 59](adr/0059-what-a-notice-must-say.md)。',
      '## Which sentence holds which element · 哪一句承担哪一项要素',
      `| element 要素 | sentence 句子 |\n|---|---|\n${rows.join('\n')}`,
      ...letters.map(([title, text]) => `## ${title}\n\`\`\`\n${text}\n\`\`\``),
    ];
    await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot(PAGE);
  });
});
