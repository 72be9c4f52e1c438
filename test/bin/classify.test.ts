import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;

function fileOf(...lines: string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'huiyin-')), 'complaints.jsonl');
  writeFileSync(file, lines.join('\n'));
  return file;
}

const run = (command: string, ...args: string[]) =>
  spawnSync(process.execPath, [`bin/${command}.ts`, ...args], { cwd: root, encoding: 'utf8' });

describe('npm run classify', () => {
  it('answers each line with its types, its matter and whose it is', () => {
    const { stdout, status } = run(
      'classify',
      fileOf('{"id":"a","text":"化工厂废气刺鼻"}', '', '{"id":"b","text":"饭店油烟"}'),
    );
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(answers).toMatchObject([
      { id: 'a', types: ['大气'], competent: true, department: '生态环境' },
      { id: 'b', types: ['大气'], competent: false, department: '城市管理' },
    ]);
  });

  it('names the industries of those complained of, and leaves them out where nothing tells', () => {
    const { stdout } = run('classify', fileOf('{"id":"a","text":"水泥厂粉尘"}', '{"id":"b","text":"广场舞噪声"}'));
    const [plant, dance] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(plant.industries).toEqual(['非金属加工(制造)业']);
    expect(dance).not.toHaveProperty('industries');
  });

  it('names the parts of a line that tells of several matters, as they stand in its text', () => {
    const text = '1.化工厂夜里排放刺鼻废气；2.楼下饭店油烟直排。';
    const { stdout } = run('classify', fileOf(JSON.stringify({ id: 'a', title: '两个问题', text })));
    const { parts, assisting } = JSON.parse(stdout);
    expect(parts.map(({ start, end }: { start: number; end: number }) => text.slice(start, end))).toEqual([
      '1.化工厂夜里排放刺鼻废气；',
      '2.楼下饭店油烟直排。',
    ]);
    expect(parts.map(({ matter }: { matter: string }) => matter)).toEqual(['industrial-air', 'cooking-fumes']);
    expect(assisting).toContain('城市管理');
  });

  it('tells a bad line by its number, does the rest, and fails', () => {
    const { stdout, stderr, status } = run(
      'classify',
      fileOf('{"id":"a"', '{"id":7,"text":"废气"}', '{"id":"c","text":"废气"}'),
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/^line 1: .*\nline 2: id: /);
    expect(JSON.parse(stdout)).toMatchObject({ id: 'c' });
  });

  it('never repeats on stderr what a citizen wrote', () => {
    expect(run('classify', fileOf('{"id":7,"text":"张三家的秘密"}')).stderr).not.toContain('张三');
  });

  it('says how it is used', () => {
    expect(run('classify')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('npm run classify -- FILE.jsonl'),
    });
  });

  it('says in one line which file cannot be read', () => {
    const { status, stderr } = run('classify', '/nowhere.jsonl');
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('npm run evaluate', () => {
  it('measures what the rows allow: types, whose matter it is, who answered', () => {
    const file = fileOf(
      '{"id":"a","text":"化工厂废气刺鼻","labels_norm":["大气"]}',
      '{"id":"b","text":"拖欠工资半年","label":"劳动和社会保障"}',
      '{"id":"c","text":"造纸厂偷排污水","label":"环境保护"}',
      '{"id":"d","text":"饭店油烟扰民","department":"某区城管局"}',
    );
    const report = execFileSync(process.execPath, ['bin/evaluate.ts', file], { cwd: root, encoding: 'utf8' });
    expect(report).toContain('hits any official type: 1.000 (1 of 1)');
    expect(report).toMatch(/competent +P 1\.000 +R 1\.000/);
    expect(report).toContain('lead or assisting: 1.000');
  });

  it('says which type was taken for which, with examples', () => {
    const file = fileOf('{"id":"a","text":"化工厂废气刺鼻","labels_norm":["水"]}');
    expect(run('evaluate', file).stdout).toContain('confused: 水 taken for 大气: 1 (a)');
  });

  it.each(['{"id":"a","text":"废气"}', ''])('fails where there is nothing to measure: %j', (line) => {
    const { status, stderr } = run('evaluate', fileOf(line));
    expect([status, stderr]).toEqual([1, expect.stringContaining('nothing to measure')]);
  });
});
