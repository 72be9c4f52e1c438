import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const explain = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/explain.ts', ...args], { cwd: root, encoding: 'utf8' });

describe('npm run explain', () => {
  it('says what decided: words, place, law, rule by rule, organs, urgency', () => {
    const { stdout, status } = explain(
      '--province',
      'demo',
      '楼下饭店油烟呛人',
      '--division',
      '990102',
      '--at',
      '2026-11-20T02:00:00Z',
    );
    expect(status).toBe(0);
    for (const line of [
      /^污染类型：大气/,
      /油烟.*分：.*油烟/,
      /^地点：青禾省禾阳市临禾区（990102）/,
      /依据：所选区划990102、来信文字/,
      /^事项：餐饮油烟、露天烧烤/,
      /法律依据：《生态环境法典》第二百五十条、第一千一百三十二条（可信度A）/,
      /决定 linhe-cooking-fumes：地区990102，指定事项/,
      /不适用 heyang-domestic-sewage：事项不符/,
      /^主办单位：.+（规则linhe-cooking-fumes）/,
      /^协办单位：临禾区综合行政执法局/,
      /^紧急程度：一般/,
    ]) {
      expect(stdout.split('\n')).toContainEqual(expect.stringMatching(line));
    }
  });

  it('names the industry of those complained of, where their kind is named', () => {
    expect(explain('--province', 'demo', '养猪场臭味扰民').stdout.split('\n')).toContain('行业：畜禽养殖业');
    expect(explain('--province', 'demo', '不知哪里来的异味').stdout).not.toContain('行业');
  });

  it('says that the law’s usual answer holds, and what nobody has checked about it', () => {
    const { stdout } = explain('--province', 'demo', '青坪市有人采石炸山', '--at', '2026-08-14T15:59:59Z');
    expect(stdout).toContain('没有适用的本省规则：按全国规定');
    expect(stdout).toMatch(/可信度K，待核实/);
  });

  it('goes by the law of the day: what was a guess on the 14th of August 2026 is law on the 15th', () => {
    const { stdout } = explain('--province', 'demo', '青坪市有人采石炸山', '--at', '2026-08-14T16:00:00Z');
    expect(stdout).toMatch(/法律依据：《生态环境法典》第十七条第二款、.*（可信度A）/);
    expect(stdout).toMatch(/^主办单位：.+自然资源局/m);
  });

  it.each([[[]], [['--province', 'demo']], [['--province', 'demo', '油烟', '--channel', 'pigeon']]])(
    'says how it is used after %j',
    (args) => {
      expect(explain(...args)).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run explain') });
    },
  );

  it('says in one line that there is no such province', () => {
    const { status, stderr } = explain('--province', 'nowhere', '油烟');
    expect(status).toBe(1);
    expect(stderr).toContain('config/provinces/nowhere.json: is missing');
  });
});
