import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROBLEMS, type ProblemName } from '../../functions/shared/http/problems.ts';

const names = Object.keys(PROBLEMS) as ProblemName[];

describe('docs/errors.md', () => {
  const rows = [...docs().matchAll(/^\| `([\w-]+)` \| (\d+) \| ([^|]+) \| ([^|]+) \|$/gm)];

  it('tells of each problem once, its status, cause and what to do, and of no other', () => {
    const told = rows.map(([, name, status]) => [name, Number(status)]).toSorted();
    expect(told).toEqual(names.map((name) => [name, PROBLEMS[name].status]).toSorted());
  });
});

function docs(): string {
  return readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'errors.md'), 'utf8').split(
    '## Answers of the gateway',
  )[0]!;
}
