import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { checkConfig } from '../../config/schemas/check.ts';

export const root = join(import.meta.dirname, '../..');
export const TODAY = '2026-11-26';

/** A copy of config/ for each test, which it may edit. */
export function editedConfig() {
  let house = '';
  beforeEach(() => {
    house = mkdtempSync(join(tmpdir(), 'huiyin-config-'));
    cpSync(join(root, 'config'), join(house, 'config'), { recursive: true });
  });
  afterEach(() => rmSync(house, { recursive: true, force: true }));

  const folder = () => join(house, 'config');
  return {
    house: () => house,
    folder,
    // biome-ignore lint/suspicious/noExplicitAny: a file as somebody may have edited it.
    edit(file: string, change: (content: any) => void): void {
      const content = JSON.parse(readFileSync(join(folder(), file), 'utf8'));
      change(content);
      writeFileSync(join(folder(), file), JSON.stringify(content));
    },
    faults: () => checkConfig(folder(), TODAY).faults,
  };
}
