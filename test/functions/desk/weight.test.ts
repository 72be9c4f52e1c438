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

/** The first page of a list whose reads go on like that; gives it with the number of queries. */
async function firstPage(isEndless: boolean) {
  const { deps, cookies, at, receipt } = await county();
  let queries = 0;
  const read: typeof deps.lists.read = async (...wanted) => {
    queries += 1;
    const { entries, next } = await deps.lists.read(...wanted);
    const rows = entries.flatMap((entry) => Array.from({ length: ROWS }, (_, row) => another(entry, row)));
    return { entries: rows, next: isEndless ? (rows.at(-1)?.at ?? wanted[1]) : next };
  };
  const loadMany: typeof deps.cases.loadMany = async (ids) => {
    const [one] = await deps.cases.loadMany([receipt]);
    return ids.map((id) => ({ ...one!, id }));
  };
  const pages = deskPages({ ...deps, lists: { read }, cases: { ...deps.cases, loadMany } });
  const { text } = await ask(pages, 'GET /desk', { cookies, at });
  return { text, queries };
}

it('a full list is light, asks no other host for anything, and is read by two queries', async () => {
  const { text, queries } = await firstPage(false);
  expect(text.match(/type="checkbox"/g)).toHaveLength(ROWS);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(AT_MOST.plain);
  expect(gzipSync(text).length).toBeLessThanOrEqual(AT_MOST.compressed);
  expect(text.match(/(?:src|href|action)="(?:https?:)?\/\/[^"]*"/g)).toBeNull();
  expect(queries).toBeLessThanOrEqual(2);
});

it('however long a list is, two queries show its first page', async () => {
  const { text, queries } = await firstPage(true);
  expect(text).toContain('type="checkbox"');
  expect(queries).toBe(2);
});
