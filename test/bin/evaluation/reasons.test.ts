import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { byReason, readReasons } from '../../../bin/evaluation/reasons.ts';

const folder = mkdtempSync(join(tmpdir(), 'huiyin-reasons-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (...lines: object[]): string => {
  const file = join(folder, `${lines.length}.jsonl`);
  writeFileSync(file, lines.map((line) => JSON.stringify(line)).join('\n'));
  return file;
};

it('errors are counted by what a person says of each, and those that nobody has judged', () => {
  const reasons = readReasons(fileOf({ id: 'bar', reason: 'by-law' }, { id: 'food', reason: 'misread' }));
  expect(byReason(['bar', 'food', 'dam'], reasons)).toEqual([
    '  1 misread: the rules are wrong',
    "  1 another's matter by law: the label is wrong",
    '  0 label habit: either may be said',
    '  1 nobody has judged',
  ]);
});

it('without reasons nothing is said of them', () => {
  expect(byReason(['bar'], new Map())).toEqual([]);
});

it('a reason that there is not is refused', () => {
  expect(() => readReasons(fileOf({ id: 'bar', reason: 'mood' }))).toThrow();
});
