import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sectionsOf } from './support/markdown.ts';
import { faultsOf, hashOf } from './support/translation.ts';

const docs = resolve(import.meta.dirname, '..', 'docs');
const read = (...path: string[]) => readFileSync(join(docs, ...path), 'utf8');
const pages = readdirSync(join(docs, 'zh')).filter((file) => file.endsWith('.md') && file !== 'README.md');

describe('the Chinese pages', () => {
  it.each(pages)('docs/zh/%s says what the English page says now', (page) => {
    expect(faultsOf(page, read(page), read('zh', page))).toEqual([]);
  });

  it.each(pages)('docs/%s and its Chinese page lead to each other', (page) => {
    expect(read(page)).toContain(`\n[中文](zh/${page})\n`);
    expect(read('zh', page)).toContain(`\n[English](../${page})\n`);
    expect(read('zh', 'README.md')).toContain(`](${page})`);
  });
});

describe('a Chinese page', () => {
  const english = '# Sweep\nRun `npm start`.\n\n## Late\nSee [law](law.md).\n```\nls\n```\n';
  const [sweep, late] = sectionsOf(english).map((section) => `<!-- en ${hashOf(section)} -->`);
  const chinese = `# 巡查\n${sweep}\n运行 \`npm start\`。\n\n## 超时\n${late}\n见[法律](../law.md)。\n\`\`\`\nls\n\`\`\`\n`;
  const faults = (from: string, to: string, page = chinese) => faultsOf('a.md', english.replace(from, to), page);

  it('is in step where it has the marks, the code and the links of the English page', () => {
    expect(faults('', '')).toEqual([]);
  });

  it('is in step where only the lines of the English page are broken otherwise', () => {
    expect(faults('Run `npm start`.', 'Run\n`npm start`.')).toEqual([]);
  });

  it.each([
    ['changed', 'See [law]', 'Read [law]', ['“Late” is new or was changed', '“超时” was written from']],
    ['added', '## Late', '## Early\n\n## Late', ['“Early” is new or was changed']],
    ['removed', /## Late[\s\S]*/.exec(english)![0], '', ['“超时” was written from']],
  ])('is named with its section where an English section was %s', (_, from, to, named) => {
    expect(faults(from, to)).toEqual(named.map((part) => expect.stringContaining(part)));
  });

  it.each([
    ['a command', '`npm start`', '`npm test`', 2],
    ['a code block', 'ls', 'cat', 2],
    ['the target of a link', '../law.md', '../table.md', 2],
    ['a row of a table', '。\n\n##', '。\n| a |\n\n##', 1],
    ['an item of a list', '。\n\n##', '。\n- a\n\n##', 1],
  ])('is named where it has %s otherwise', (_, from, to, count) => {
    expect(faults('', '', chinese.replace(from, to))).toHaveLength(count);
  });

  it('is named where its sections stand in another order', () => {
    const [first, second] = sectionsOf(chinese).map(({ text }) => text);
    expect(faults('', '', `${second}\n${first}`)).toEqual([expect.stringContaining('another order')]);
  });
});
