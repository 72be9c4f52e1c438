import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoProvince } from './support/running.ts';

// The programs of docs/integrators.md sign with the time of this machine.
const stack = demoProvince(new Date().toISOString());

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'integrators.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'huiyin-integrators-'));
const programs = [...page.matchAll(/^```\w+ file=(\S+)\n([\s\S]*?)^```/gm)].map(([, name, text]) => {
  writeFileSync(join(folder, name!), text!);
  return name!;
});

/** What is needed to run each program, as `tool --version` or `tool version` says it is there. */
const TOOLS: Readonly<Record<string, readonly (readonly [tool: string, version: string])[]>> = {
  'huiyin.sh': [
    ['bash', '--version'],
    ['openssl', 'version'],
    ['curl', '--version'],
  ],
  'huiyin.mjs': [[process.execPath, '--version']],
  'huiyin.py': [['python3', '--version']],
  'Huiyin.java': [['java', '--version']],
  'signer.py': [['python3', '--version']],
};
const isThere = (program: string): boolean =>
  TOOLS[program]!.every(([tool, version]) => spawnSync(tool, [version]).status === 0);
const toolOf = (program: string): string => TOOLS[program]![0]![0];

/**
 * Python itself: a shell script that picks its version, as pyenv's, takes longer than the signature. It is started
 * without its site packages (-S), in two thirds of the time.
 */
const python = (): string =>
  spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).stdout.trim();

interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Beside this process, which stands between the program and the stack. */
function run(
  tool: string,
  args: readonly string[],
  partner = 'hotline-12345',
  secret = secretOf(partner),
): Promise<Ended> {
  const env = { ...process.env, HUIYIN_URL: stack().url, HUIYIN_PARTNER: partner, WEBHOOK_SECRET: secret };
  return new Promise((resolve) => {
    execFile(tool, args, { cwd: folder, env, timeout: 240_000 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, output: `${stdout}${stderr}` });
    });
  });
}

const secretOf = (partner: string): string => stack().credentials.partners[partner]!.secret;

const accept = (partner: string, { secret = secretOf(partner), signer = [] as string[] } = {}) =>
  run(
    process.execPath,
    [join(root, 'bin/accept.ts'), '--url', stack().url, '--partner', partner, ...signer],
    partner,
    secret,
  );

describe('docs/integrators.md', () => {
  it('has a program for each language, and a signer', () => expect(programs).toEqual(Object.keys(TOOLS)));

  it.for(programs.filter((name) => name !== 'signer.py'))(
    'in %s: submits, sends again, adds, hurries, uploads a list, and is told what is wrong',
    { timeout: 240_000 },
    async (program, { skip }) => {
      skip(!isThere(program), `what ${program} needs is not on this machine`);
      const { code, output } = await run(toolOf(program), [program]);

      expect([code, statusesIn(output)], output).toEqual([0, [202, 202, 202, 202, 200, 400]]);
      const receipts = [...output.matchAll(/receipt"?'?: ?["'](QH-[\w-]+)/g)].map(([, receipt]) => receipt);
      expect(receipts[1], 'sent again').toBe(receipts[0]);
      expect(output).toMatch(new RegExp(`follows"?'?: ?["']${receipts[0]}`));
      expect(output).toMatch(/unchanged"?'?: ?1\b/);
      expect(output).toContain('/data/externalId');
    },
  );
});

/** A status begins its line, or is a line of its own after the body, as curl writes it. */
const statusesIn = (output: string): number[] =>
  [...output.matchAll(/^(\d{3})(?= |$)/gm)].map(([, status]) => Number(status));

describe('npm run accept', { timeout: 300_000 }, () => {
  it.each(['hotline-12345', 'superior', 'inspection-team'])('accepts the sandbox as it is, for %s', async (partner) => {
    const { code, output } = await accept(partner);
    expect([code, output.match(/^FAILS.*/gm)]).toEqual([0, null]);
    expect(output.match(/^ok /gm)!.length).toBeGreaterThan(20);
  });

  it('tries the signer of an integrator in place of ours', async ({ skip }) => {
    skip(!isThere('signer.py'), 'there is no python3 on this machine');
    const right = await accept('hotline-12345', { signer: ['--signer', `${python()} -S signer.py`] });
    expect([right.code, right.output.match(/^FAILS.*/gm)]).toEqual([0, null]);
  });

  it('fails under the secret of somebody else', async () => {
    const { code, output } = await accept('hotline-12345', { secret: secretOf('superior') });
    expect(code).toBe(1);
    expect(output).toMatch(/^FAILS the same message again gets the same answer/m);
    expect(output.trim().split('\n').at(-1)).toMatch(/^\d+ checks fail$/);
  });
});
