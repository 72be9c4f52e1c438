import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Role, rightsLeft } from '../../local/rights/book.ts';
import type { Use } from '../../local/rights/functions.ts';

const FILE = join(import.meta.dirname, '..', '..', 'cdk.out', 'rights-never-used.txt');

interface Told {
  readonly granted: readonly Role[];
  readonly used: Readonly<Record<string, readonly Use[]>>;
}

/** Gathers what the stacks of a run were allowed and what they used, and writes what none of them used. */
export function rightsReport() {
  const told = new Map<string, Told[]>();
  return {
    add: (province: string, body: string) => void told.set(province, [...(told.get(province) ?? []), JSON.parse(body)]),
    async write(): Promise<void> {
      if (told.size === 0) return;
      const lines = [...told].flatMap(([province, all]) => linesOf(province, all));
      await mkdir(join(FILE, '..'), { recursive: true });
      await writeFile(FILE, `${lines.join('\n')}\n`);
    },
  };
}

/** All stacks of a province in one run have the same roles. */
function linesOf(province: string, all: readonly Told[]): string[] {
  const { granted = [] } = all[0] ?? {};
  const names = granted.map(({ functionName }) => functionName);
  const used = Object.fromEntries(names.map((name) => [name, all.flatMap((one) => one.used[name] ?? [])]));
  return rightsLeft(granted, used).map(
    ({ functionName, unused, of }) => `${province}: ${functionName}: ${unused} (${of})`,
  );
}
