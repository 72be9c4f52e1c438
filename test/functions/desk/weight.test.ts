import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createHandler as deskPages } from '../../../functions/desk-pages/handler.ts';
import type { Entry } from '../../../usecases/staff/walk-lists.ts';
import { county } from '../../support/county-desk.ts';
import { ask } from '../../support/desk.ts';

const ROWS = 50;
/** What a list may weigh on an office's line, in bytes. */
const AT_MOST = { plain: 40 * 1024, compressed: 10 * 1024 };

/** The same case once more, under another number. */
function another({ at, row }: Entry, number: number): Entry {
  const id = `QH-0000-0000-${String(number).padStart(4, '0')}`;
  return { at: at.replace(row.id, id), row: { ...row, id } };
}

it('a full list is light, asks no other host for anything, and is read by two queries', async () => {
  const { deps, cookies, at, receipt } = await county();
  let queries = 0;
  const read: typeof deps.lists.read = async (...wanted) => {
    queries += 1;
    const { entries, next } = await deps.lists.read(...wanted);
    return { entries: entries.flatMap((entry) => Array.from({ length: ROWS }, (_, row) => another(entry, row))), next };
  };
  const loadMany: typeof deps.cases.loadMany = async (ids) => {
    const [one] = await deps.cases.loadMany([receipt]);
    return ids.map((id) => ({ ...one!, id }));
  };
  const pages = deskPages({ ...deps, lists: { read }, cases: { ...deps.cases, loadMany } });
  const { text } = await ask(pages, 'GET /desk', { cookies, at });
  expect(text.match(/type="checkbox"/g)).toHaveLength(ROWS);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(AT_MOST.plain);
  expect(gzipSync(text).length).toBeLessThanOrEqual(AT_MOST.compressed);
  expect(text.match(/(?:src|href|action)="(?:https?:)?\/\/[^"]*"/g)).toBeNull();
  expect(queries).toBeLessThanOrEqual(2);
});
