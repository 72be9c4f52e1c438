import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textNames } from '../../config/schemas/notice-texts.ts';

const root = join(import.meta.dirname, '..', '..');
const preview = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/notices.ts', 'preview', ...args], { cwd: root, encoding: 'utf8' });

describe('npm run notices -- preview', () => {
  const whole = mkdtempSync(join(tmpdir(), 'huiyin-notices-'));
  const ran = preview('--out', whole);

  it('shows the texts of every province, each in a folder of its own', () => {
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(whole).toSorted()).toEqual(['demo', 'jiangsu', 'yunnan']);
    const letter = readFileSync(join(whole, 'yunnan', 'telling-closed.txt'), 'utf8');
    expect(letter).toMatch(/^12369告知 \[QH-7KX4-M9P2-Q3T8\]\n\n您好：/);
    expect(letter).toContain('【云南生态环境】12369回执QH-7KX4-M9P2-Q3T8：已办结。');
  });

  it('shows every text as a page and as plain text, and text messages with their length, without a parameter left', () => {
    const out = join(whole, 'demo');
    const names = textNames(join(root, 'config'));
    expect(readdirSync(out).toSorted()).toEqual(
      [...names.flatMap((name) => [`${name}.html`, `${name}.txt`]), 'index.html'].toSorted(),
    );
    const all = readdirSync(out).map((file) => readFileSync(join(out, file), 'utf8'));
    expect(all.filter((text) => /\$\{|undefined/.test(text))).toEqual([]);
    expect(readFileSync(join(out, 'emergency.txt'), 'utf8')).toMatch(
      /短信（\d+字，\d条）：【青禾生态环境】.*立即核实报告/,
    );
  });

  it('names a text that there is not', () => {
    const { status, stderr } = preview('demo', 'no-such-text');
    expect(status).toBeGreaterThan(0);
    expect(stderr).toContain('there is no config/notices/no-such-text.md');
  });
});
