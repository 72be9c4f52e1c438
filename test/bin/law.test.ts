import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const law = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/law.ts', ...args], { cwd: root, encoding: 'utf8' });

describe('npm run law', () => {
  it('prints what is cited on a day, and whose business each matter is', () => {
    const { stdout, status } = law('on', '2026-08-14');
    expect(status).toBe(0);
    for (const line of [
      'confidentiality: 《环境保护法》第五十七条第三款',
      'tell: 《信访工作条例》第二十三条第二款、第三款、《环保举报热线工作管理办法》',
      'light 光污染: 主办生态环境，协办城市管理（K）',
    ])
      expect(stdout.split('\n')).toContain(line);
    expect(stdout).not.toContain('生态环境法典');
  });

  it('prints what changes from one day to another, and nothing else', () => {
    const { stdout } = law('diff', '2026-08-14', '2026-08-15');
    expect(stdout).toContain(
      'confidentiality\n  - 《环境保护法》第五十七条第三款\n  + 《生态环境法典》第一百四十六条第一款\n',
    );
    expect(stdout).toMatch(/mining-damage .+\n {2}- 主办生态环境，.+（K）\n {2}\+ 主办自然资源，.+（A）/);
    expect(stdout).not.toMatch(/^tell$/m);
    expect(law('diff', '2026-08-15', '2030-12-31').stdout).toBe('');
  });

  it.each([[['on']], [['on', 'today']], [['diff', '2026-08-14']], [['off', '2026-08-14']]])(
    'says how it is used after %j',
    (args) => {
      expect(law(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run law') });
    },
  );
});
