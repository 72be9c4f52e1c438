import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../../bin/province/check.ts';
import { list } from '../../../bin/province/list.ts';
import { rollout, wavesOf } from '../../../bin/province/rollout.ts';
import { editedConfig } from '../../support/edited-config.ts';

const { folder, house, edit } = editedConfig();
const all = () => ({ name: '', config: folder() });

describe('all provinces', () => {
  it('are listed with where each runs, one with a broken file as well', () => {
    edit('provinces/yunnan.json', (file) => delete file.region);
    const { lines } = list(all());
    expect(lines).toEqual([
      expect.stringMatching(/^demo: .* a demonstration$/),
      expect.stringMatching(/^jiangsu: 江苏省 \(320000\), cn-north-1, Huiyin-jiangsu-data, Huiyin-jiangsu$/),
      'yunnan: has faults, npm run province -- check yunnan',
      expect.stringMatching(/^3 provinces, [1-9]\d* faults/),
    ]);
  });

  it('are checked at once, and the faults of each are named', () => {
    edit('provinces/yunnan.json', (file) => delete file.region);
    edit('provinces/jiangsu.json', (file) => delete file.letters);
    const { lines, failed } = check(all());
    expect(failed).toBe(true);
    expect(lines.join('\n')).toMatch(/jiangsu\.json[\s\S]*yunnan\.json/);
  });

  it('are not deployed as long as one of them has a fault', () => {
    edit('provinces/yunnan.json', (file) => delete file.region);
    expect(rollout(all())).toMatchObject({ failed: true, lines: expect.not.arrayContaining(['set -eu']) });
  });
});

describe('the waves', () => {
  const provinces = Array.from({ length: 31 }, (_, at) => ({ id: `p${String(at).padStart(2, '0')}` }));

  it('hold each of 31 provinces once, the demonstration before all, the last size again and again', () => {
    const waves = wavesOf([...provinces, { id: 'sandbox', demonstration: true }], [1, 4, 10]);
    expect(waves.map(({ length }) => length)).toEqual([1, 4, 10, 10, 7]);
    expect(waves[0]).toEqual(['sandbox']);
    expect(waves.flat().slice(1)).toEqual(provinces.map(({ id }) => id));
  });

  it.each(['0', 'a', '1,', '-1'])('of --waves %s are refused', (waves) => {
    expect(rollout({ ...all(), waves })).toMatchObject({ failed: true });
  });
});

describe('the script', () => {
  /** Runs it with commands that only write down how they were called; one of them fails. */
  function run(failing: string) {
    const { lines } = rollout(all());
    const tools = join(house(), 'tools');
    mkdirSync(tools);
    for (const tool of ['npm', 'npx']) {
      const path = join(tools, tool);
      writeFileSync(path, `#!/bin/sh\ncat\necho "$*" >> "${house()}/called"\ncase "$*" in ${failing}) exit 1;; esac\n`);
      chmodSync(path, 0o755);
    }
    const PATH = `${tools}:${process.env.PATH}`;
    const { status, stderr } = spawnSync('sh', { input: lines.join('\n'), encoding: 'utf8', env: { PATH } });
    const called = readFileSync(join(house(), 'called'), 'utf8').trim().split('\n');
    return { status, stderr, deployed: called.flatMap((line) => /deploy .* Huiyin-(\w+)$/.exec(line)?.[1] ?? []) };
  }

  it('deploys one province after the other', () => {
    expect(run('nothing')).toEqual({ status: 0, stderr: '', deployed: ['demo', 'jiangsu', 'yunnan'] });
  });

  it.each(['"cdk deploy"*jiangsu', '*"health --province jiangsu"'])(
    'stops where %s fails, leaves the others as they are, and names them',
    (failing) => {
      const { status, stderr, deployed } = run(failing);
      expect([status, deployed]).toEqual([1, ['demo', 'jiangsu']]);
      expect(stderr).toContain('not deployed, or not well: jiangsu yunnan');
    },
  );
});
