import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { upgradeNotesOf } from '../../../bin/release/upgrade-notes.ts';

const changelog = `# Changelog
## [Unreleased]
### Added
- A page. Operators: make the secret \`pages\`.
- A list.
## [1.1.0] - 2027-01-01
- Another. Operators: deploy the table first.
## [1.0.0] - 2026-12-01
- The first. Operators: all of it.
`;

it('an operator reads what every release since theirs asks of them, the oldest first', () => {
  expect(upgradeNotesOf(changelog, '1.0.0')).toEqual([
    { release: '1.1.0', steps: ['deploy the table first.'] },
    { release: 'Unreleased', steps: ['make the secret `pages`.'] },
  ]);
  expect(upgradeNotesOf(changelog)?.map(({ release }) => release)).toEqual(['1.0.0', '1.1.0', 'Unreleased']);
});

it('a release that the changelog does not know is no reason to say that there is nothing to do', () => {
  expect(upgradeNotesOf(changelog, '0.9.0')).toBeUndefined();
});

it('nothing that our own changelog says to operators is left out', () => {
  const own = readFileSync(join(import.meta.dirname, '../../../CHANGELOG.md'), 'utf8');
  const steps = upgradeNotesOf(own)!.flatMap((notes) => notes.steps);
  expect(steps).toHaveLength(own.split('Operators:').length - 1);
});
