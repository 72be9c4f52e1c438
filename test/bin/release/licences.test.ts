import { expect, it } from 'vitest';
import allowed from '../../../bin/release/licences.json' with { type: 'json' };
import { forbiddenAmong, packagesIn } from '../../../bin/release/licences.ts';
import lock from '../../../package-lock.json' with { type: 'json' };

it('no package comes in under a licence that is not allowed for what it is used for', () => {
  const packages = packagesIn(lock);
  expect(packages.filter(({ shipped }) => shipped).length).toBeGreaterThan(10);
  expect(forbiddenAmong(packages, allowed)).toEqual([]);
});

const lockOf = (packages: object) => ({ packages: { '': { version: '1.0.0' }, ...packages } });
const forbidden = (packages: object) => forbiddenAmong(packagesIn(lockOf(packages)), allowed).map(({ name }) => name);

it.each([
  ['AGPL-3.0', ['one']],
  ['(MIT OR GPL-3.0-or-later)', []],
  ['MIT AND GPL-3.0-or-later', ['one']],
  [undefined, ['one']],
])('a package under %s is named where nothing in it may be chosen', (license, named) => {
  expect(forbidden({ 'node_modules/one': { version: '1.0.0', license } })).toEqual(named);
});

it('what may be a tool is not shipped for that, wherever npm puts it', () => {
  const tool = { version: '1.0.0', license: 'BlueOak-1.0.0' };
  expect(forbidden({ 'node_modules/a/node_modules/@b/c': { ...tool, dev: true } })).toEqual([]);
  expect(forbidden({ 'node_modules/a/node_modules/@b/c': tool })).toEqual(['@b/c']);
});
