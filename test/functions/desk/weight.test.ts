import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createHandler as deskPages } from '../../../functions/desk-pages/handler.ts';
import { county } from '../../support/county-desk.ts';
import { ask } from '../../support/desk.ts';

const ROWS = 50;
/** What a list may weigh on an office's line, in bytes. */
const AT_MOST = { plain: 40 * 1024, compressed: 10 * 1024 };

it('a full list is light, asks no other host for anything, and is read by two queries', async () => {
  const { world, deps, cookies, at } = await county();
  for (let other = 1; other < ROWS; other += 1)
    await world.complain('2026-06-01 11:00', { sourceId: `form-${other + 1}`, text: `河边第${other}次有人倒垃圾。` });
  let queries = 0;
  const lists: typeof deps.lists = {
    read: (...asked) => {
      queries += 1;
      return deps.lists.read(...asked);
    },
  };
  const { text } = await ask(deskPages({ ...deps, lists }), 'GET /desk', { cookies, at });
  expect(text.match(/type="checkbox"/g)).toHaveLength(ROWS);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(AT_MOST.plain);
  expect(gzipSync(text).length).toBeLessThanOrEqual(AT_MOST.compressed);
  expect(text.match(/(?:src|href|action)="(?:https?:)?\/\/[^"]*"/g)).toBeNull();
  expect(queries).toBeLessThanOrEqual(2);
});
