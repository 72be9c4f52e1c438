import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const lint = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/lint-rules.ts', ...args], { cwd: root, encoding: 'utf8' });

function copyWith(file: string, change: (text: string) => string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'huiyin-lint-')), 'config');
  cpSync(join(root, 'config'), folder, { recursive: true });
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  return folder;
}

describe('npm run lint-rules', () => {
  it('lets the rules of the repository pass, and lists what should be known', () => {
    const { status, stdout } = lint();
    expect(stdout).toContain('0 errors');
    expect(stdout).toContain('config/routing/jiangsu.json: no organ serves');
    expect(status).toBe(0);
  });

  it('refuses a guess that ships as fact', () => {
    const folder = copyWith('matters.json', (text) => text.replace(', "needsVerification": true', ''));
    const { status, stdout } = lint(folder);
    expect(stdout).toContain('needsVerification: must be true where the confidence is K');
    expect(status).toBe(1);
  });

  it('refuses a way of handling for a matter that there is not', () => {
    const folder = copyWith('handling-ways.json', (text) => text.replace('"water-body"', '"moonshine"'));
    expect(lint(folder).stdout).toContain('/matters/water: "moonshine" is not in config/matters.json');
  });

  it('refuses a rule that can never win', () => {
    const folder = copyWith('routing/demo.json', (text) =>
      text.replace(
        '"rules": [',
        '"rules": [{"id":"twice","matters":["radiation"],"level":"city","basis":"重复","confidence":"B"},',
      ),
    );
    const { status, stdout } = lint(folder);
    expect(stdout).toMatch(/error {3}config\/routing\/demo.json \/rules\/1: rule "qinghe-radiation" can never win/);
    expect(status).toBe(1);
  });
});
