import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseAfter, registeredAt } from '../support/cases.ts';
import { beijing } from '../support/rules.ts';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'huiyin-policy-'));
const cases = join(folder, 'cases.jsonl');
const { state } = caseAfter(registeredAt(beijing('2026-12-29 10:00')));
writeFileSync(cases, `${JSON.stringify({ ...state, lead: 'heyang-ecology' })}\n`);

const diff = (...args: string[]) =>
  spawnSync(
    process.execPath,
    ['bin/policy.ts', 'diff', '--province', 'demo', '--at', '2026-12-30T01:00:00Z', ...args],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );

/** config/calendar.json with the notice for 2027, as it might be. */
function withNotice(): string {
  const calendar = JSON.parse(readFileSync(join(root, 'config/calendar.json'), 'utf8'));
  calendar.years['2027'] = { holidays: ['2027-01-01', '2027-01-04'], makeUpDays: [] };
  const path = join(folder, 'calendar.json');
  writeFileSync(path, JSON.stringify(calendar));
  return path;
}

describe('npm run policy -- diff', () => {
  it('prints each case that would move, from when to when and why, and ends with 1', () => {
    const { status, stdout } = diff(cases, '--calendar', withNotice());
    expect(status).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'QH-0000-0000-0001 异议: 2027年1月6日（周三）24:00 → 2027年1月7日（周四）24:00',
      '  - 不计：2027年1月1日至3日（元旦）',
      '  - 届满：2027年1月6日（周三）24:00（节假日安排尚未公布，暂定）',
      '  - 下一步 1月5日08:15 提醒（经办人）',
      '  + 不计：2027年1月1日至4日（元旦）',
      '  + 届满：2027年1月7日（周四）24:00',
      '  + 下一步 1月6日08:15 提醒（经办人）',
      '1 of 1 cases would move: 0 deadlines earlier (0 of them overdue at once), 1 later, 0 in what is sent only',
      '',
    ]);
  });

  it('ends with 0 where nothing would', () => {
    const { status, stdout } = diff(cases);
    expect([status, stdout]).toEqual([0, expect.stringContaining('0 of 1 cases would move')]);
  });

  it('ends with 2 where a file cannot be used, and prints nothing of what stands in it', () => {
    const bad = join(folder, 'bad.jsonl');
    writeFileSync(bad, '{"id":"张三"}\n');
    expect(diff(bad)).toMatchObject({ status: 2, stderr: 'line 1: no case: version\n' });
    const local = join(folder, 'local.json');
    writeFileSync(local, '{"shorter":{},"on":["tell"]}');
    expect(diff(cases, '--local', local)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('runs without it'),
    });
    expect(diff(cases, '--policy', '2099-1')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('no version'),
    });
  });
});
