import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageFile from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');
const run = (script: string, ...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8' });

/** Every command of package.json that is a program of ours. */
const commands = Object.entries(packageFile.scripts).flatMap(([name, command]) => {
  const [, script] = /^node ((?:bin|local)\/\w[\w-]*\.ts)$/.exec(command) ?? [];
  return script ? [[name, script] as const] : [];
});

/** All read their arguments by the same code. */
const ONE_OF_ALL = ['bin/law.ts'];

describe('npm run', () => {
  it.each(commands)('%s -- --help says how it is used, and is no failure', (name, script) => {
    const { status, stdout, stderr } = run(script, '--help');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(name === 'start' ? 'npm start' : `npm run ${name}`);
  });

  it.each(ONE_OF_ALL)('%s names an option that it does not know, without a stack trace', (script) => {
    const { status, stderr } = run(script, '--no-such-option');
    expect(status).toBeGreaterThan(0);
    expect(stderr).toContain("Unknown option '--no-such-option'");
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('a file too many', () => {
  it.each(['bin/classify.ts', 'bin/evaluate.ts'])('is not passed over by %s', (script) => {
    const { status, stderr } = run(script, 'one.jsonl', 'two.jsonl');
    expect([status, stderr]).toEqual([2, expect.stringContaining('two.jsonl')]);
  });
});

it('rules that are not there are not checked', () => {
  const { status, stderr } = run('bin/lint-rules.ts', '/no/such/folder');
  expect([status, stderr]).toEqual([2, expect.stringContaining('there is no folder /no/such/folder')]);
});
