import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { sourceFrame } from '../../functions/shared/stack-frame.ts';
import { buildModules } from '../../lib/bundles/modules.ts';

const folder = mkdtempSync(join(tmpdir(), 'modules-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** One that is a single file, and one that loads a part of itself later. */
const NAMES = ['describe-api', 'accept-wechat-message'];

function built(...path: readonly string[]): Map<string, string> {
  const own = join(folder, ...path);
  buildModules(own, NAMES);
  const files = readdirSync(own, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(own.length), readFileSync(file, 'base64')];
    }),
  );
}

it('the same code is the same bytes, source maps too, in whatever folder it is built', () => {
  const [here, deeper] = [built('here'), built('much', 'deeper', 'there')];
  expect([...here.keys()]).toEqual(expect.arrayContaining(NAMES.map((name) => `/${name}/index.mjs.map`)));
  expect(here.size).toBeGreaterThan(2 * NAMES.length);
  expect(deeper).toEqual(here);
});

it('a line of the log names the source of a frame, which ran as one long line', () => {
  const own = join(folder, 'here', 'describe-api', 'index.mjs');
  const before = readFileSync(own, 'utf8').split('not an Error')[0]!.split('\n');
  const place = `${pathToFileURL(own)}:${before.length}:${before.at(-1)!.length}`;
  expect(sourceFrame(`at Je (${place})`)).toMatch(/^at functions\/shared\/log\.ts:\d+:\d+$/);
  expect(sourceFrame('at Je (file:///var/task/none.mjs:1:20)')).toBe('at Je (file:///var/task/none.mjs:1:20)');
  expect(sourceFrame('at async Promise.all (index 0)')).toBe('at async Promise.all (index 0)');
});
