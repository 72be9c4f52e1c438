import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../../adapters/archive/zip.ts';
import { memoryEvidence } from '../../../adapters/memory/evidence.ts';
import { drawDocx } from '../../../adapters/papers/draw-docx.ts';
import { writeXlsx } from '../../../adapters/tables/write-xlsx.ts';
import { createDeskHandler as drawPapers } from '../../../functions/draw-papers/handler.ts';
import { createDeskHandler as exportCases } from '../../../functions/export-cases/handler.ts';
import { createDeskHandler as openAttachment } from '../../../functions/open-attachment/handler.ts';
import { createDeskHandler as printCase } from '../../../functions/print-case/handler.ts';
import { county } from '../../support/county-desk.ts';
import { ask, asStaff, logIn } from '../../support/desk.ts';

const PRINT = 'GET /desk/cases/{id}/print';
const ARCHIVE = 'GET /desk/cases/{id}/archive';
const DOCUMENT = 'GET /desk/cases/{id}/documents/{kind}';
const ATTACHMENT = 'GET /desk/cases/{id}/complaints/{receipt}/attachments/{number}';
const EXPORT = 'GET /desk/cases/export';

/** The county's case, accepted, with all that the desk can take away of it. */
async function withPapers() {
  const desk = await county();
  const { world, receipt, deps, at } = desk;
  await desk.act('accept', {});
  const [archives, evidence] = [memoryEvidence(), world.evidence];
  const files = { ...evidence, read: async (key: string) => await evidence.read(key).catch(() => undefined) };
  const all = { ...deps, files, archives, pack: zipOf, draw: drawDocx, workbook: writeXlsx };
  const [print, draw, list, open] = [printCase(all), drawPapers(all), exportCases(all), openAttachment(all)];
  const handlers = { [PRINT]: print, [ARCHIVE]: print, [DOCUMENT]: draw, [EXPORT]: list, [ATTACHMENT]: open };
  const get = async (route: keyof typeof handlers, more: Parameters<typeof ask>[2] = {}) => {
    const path = { id: receipt, receipt, number: '1', kind: 'accepted', ...more.path };
    return await ask(handlers[route]!, route, { cookies: desk.cookies, at, ...more, path });
  };
  const seen = () => deps.access.all().map(({ what, view }) => `${what} ${view}`);
  return { ...desk, archives, get, seen };
}

describe('a case taken away from the desk', () => {
  it('is offered on its page: the print, the archive, and the papers that can be drawn', async () => {
    const { pages, receipt, cookies, at } = await withPapers();
    const { text } = await ask(pages, 'GET /desk/cases/{id}', { path: { id: receipt }, cookies, at });
    for (const what of ['print', 'archive', 'documents/accepted'])
      expect(text).toContain(`/desk/cases/${receipt}/${what}"`);
    expect(text).not.toContain('documents/answer');
  });

  it('is printed with the address of its page as a code, on record as with the API', async () => {
    const { get, seen, receipt } = await withPapers();
    const page = await get(PRINT);
    expect(page.status).toBe(200);
    expect(page.text).toContain('工地每晚浇筑混凝土到凌晨');
    expect(page.text).toContain(receipt);
    expect(seen()).toEqual(['case-viewed print']);
  });

  it('is a ZIP at an address of its own, and a paper a file of Word', async () => {
    const { get, archives, seen } = await withPapers();
    const { status } = await get(ARCHIVE);
    expect(status).toBe(303);
    const [key] = archives.keys();
    expect(strFromU8(unzipSync(await archives.read(key!))['案卷.html']!)).toContain('工地每晚');
    const paper = await get(DOCUMENT);
    expect([paper.status, paper.headers['content-disposition']]).toEqual([
      200,
      expect.stringContaining('-accepted.docx"'),
    ]);
    expect(seen()).toEqual(['case-viewed archive', 'case-viewed paper']);
  });

  it('as a list is a file with the filters of the list that was shown', async () => {
    const { pages, cookies, at, get, seen } = await withPapers();
    const query = { tab: 'all', by: 'accused', q: '某局' };
    const { text } = await ask(pages, 'GET /desk', { query: { tab: 'all' }, cookies, at });
    expect(text).toContain('href="/desk/cases/export?scope=organ&amp;tab=all&amp;format=xlsx"');
    const narrowed = await ask(pages, 'GET /desk', { query: { tab: 'all', type: '噪声' }, cookies, at });
    expect(narrowed.text).toContain(`type=${encodeURIComponent('噪声')}&amp;format=csv"`);
    expect((await ask(pages, 'GET /desk', { query, cookies, at })).text).not.toContain('/desk/cases/export');
    const file = await get(EXPORT, { query: { scope: 'organ', tab: 'all', format: 'csv' } });
    expect(file.headers['content-type']).toContain('text/csv');
    expect(seen()).toContain('list-exported organ/all csv');
  });

  it.each([PRINT, ARCHIVE, DOCUMENT, ATTACHMENT] as const)(
    'by %s is refused to another organ, on a page',
    async (route) => {
      const { get, deps, seen } = await withPapers();
      const cookies = await logIn(deps, asStaff({ sub: 'n', organ: 'neighbour' }));
      const page = await get(route, { cookies });
      expect([page.status, page.text]).toEqual([403, expect.stringContaining('回到工作台')]);
      expect(seen()).toEqual([]);
    },
  );

  it.each([PRINT, ARCHIVE, DOCUMENT, ATTACHMENT, EXPORT] as const)('by %s asks first who it is', async (route) => {
    const { get } = await withPapers();
    const page = await get(route, { cookies: [] });
    expect([page.status, page.location]).toEqual([303, expect.stringMatching(/^\/login\?to=%2Fdesk%2Fcases%2F/)]);
  });

  it('names a file that there is not', async () => {
    const { get } = await withPapers();
    expect((await get(ATTACHMENT)).status).toBe(404);
    expect((await get(DOCUMENT, { path: { kind: 'answer' } })).status).toBeGreaterThan(400);
  });
});
