import { describe, expect, it } from 'vitest';
import { prose } from '../../../functions/shared/pages/prose.ts';

const read = (words: string): string =>
  prose(words)
    .map((part) => part.html)
    .join('');

describe('what ops write for a page', () => {
  it.each([
    ['paragraphs', '先写地点。\n\n再写时间。', '<p>先写地点。</p><p>再写时间。</p>'],
    ['a note', '> 有危险，先拨打110。', '<p class="note">有危险，先拨打110。</p>'],
    ['a heading with what stands below it', '## 接下来\n等我们答复。', '<h2>接下来</h2><p>等我们答复。</p>'],
    ['a list', '- 地点\n- 时间', '<ul>\n<li>地点</li>\n<li>时间</li>\n</ul>'],
    ['a list in order', '1. 登记\n2. 转办', '<ol>\n<li>登记</li>\n<li>转办</li>\n</ol>'],
    ['words that stand out', '**请截图。**请保管。', '<p><strong>请截图。</strong>请保管。</p>'],
    ['a link within the site', '见[查询进展](/progress)。', '<p>见<a href="/progress">查询进展</a>。</p>'],
  ])('shows %s', (_, words, page) => {
    expect(read(words)).toBe(page);
  });

  it.each([
    ['markup', '<b>急</b>', '<p>&lt;b&gt;急&lt;/b&gt;</p>'],
    ['a link to elsewhere', '[点这里](https://elsewhere.example)', '<p>[点这里](https://elsewhere.example)</p>'],
    ['a link that is a program', '[点](javascript:alert(1))', '<p>[点](javascript:alert(1))</p>'],
    ['a link with an address of another host', '[点](//elsewhere.example)', '<p>[点](//elsewhere.example)</p>'],
    ['a lone asterisk', '2*3*4 **', '<p>2*3*4 **</p>'],
  ])('leaves %s as words', (_, words, page) => {
    expect(read(words)).toBe(page);
  });
});
