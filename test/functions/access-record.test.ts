import { describe, expect, it } from 'vitest';
import type { Access } from '../../domain/audit/access.ts';
import { createHandler as deskPages } from '../../functions/desk-pages/handler.ts';
import { county } from '../support/county-desk.ts';
import { ask } from '../support/desk.ts';
import { consoleOf } from '../support/messages.ts';
import {
  ACCESS,
  ARCHIVE,
  CASE,
  CLAIMS,
  COMPLAINANT,
  EVENTS,
  EXPORT,
  FILE,
  LIST,
  office,
  PRINT,
} from '../support/office.ts';

const AUDITOR = { sub: 'county-auditor', organ: 'county', role: 'auditor', name: '审计人员' };
const PHOTO = { name: '现场.jpg', mediaType: 'image/jpeg', key: 'attachments/QH-1/photo' };

async function withPhoto() {
  const here = await office({ attachments: [PHOTO] });
  await here.world.evidence.put(PHOTO.key, Buffer.from('JPEG'), PHOTO.mediaType);
  const reveal = { claims: { ...CLAIMS, role: 'handler' }, body: { reason: 'facts' } };
  const requests = {
    case: () => here.call(CASE, { id: here.receipt }),
    events: () => here.call(EVENTS, { id: here.receipt }),
    list: () => here.call(LIST),
    print: () => here.call(PRINT, { id: here.receipt }),
    archive: () => here.call(ARCHIVE, { id: here.receipt }),
    file: () => here.call(FILE, { id: here.receipt, path: { receipt: here.receipt, number: '1' } }),
    export: () => here.call(EXPORT, { query: { format: 'csv' } }),
    contact: () => here.call(COMPLAINANT, { id: here.receipt, ...reveal }),
  };
  const asAuditor = (query: Record<string, string>, claims = AUDITOR) => here.call(ACCESS, { query, claims });
  return { ...here, requests, asAuditor };
}

const COPIES = ['print', 'archive', 'file', 'contact', 'export'] as const;
const LOOKS = ['case', 'events', 'list'] as const;

describe('the access record', () => {
  it('says of each request what was seen, by whom and when, and nothing of what it was', async () => {
    const { requests, access, receipt } = await withPhoto();
    for (const request of Object.values(requests)) await request();
    const who = { sub: CLAIMS.sub, organ: 'county', at: '2026-06-02T02:00:00.000Z' };
    const seen = { caseId: receipt, ...who };
    expect(access.all()).toMatchObject([
      { what: 'case-viewed', view: 'case', ...seen },
      { what: 'case-viewed', view: 'events', ...seen },
      { what: 'list-read', view: 'organ/all', ...who },
      { what: 'case-viewed', view: 'print', ...seen },
      { what: 'case-viewed', view: 'archive', ...seen },
      { what: 'attachment-opened', receipt, number: 1, ...seen },
      { what: 'list-exported', view: 'organ/all csv', cases: 1, ...who },
      { what: 'contact-revealed', receipt, ...seen },
    ] satisfies Partial<Access>[]);
    for (const personal of ['钱测试', '13911112222', '浇筑', '新河路', '某工地', '现场'])
      expect(JSON.stringify(access.all())).not.toContain(personal);
  });

  it('knows what was seen at the desk in a browser', async () => {
    const { deps, cookies, at, receipt } = await county();
    const pages = deskPages(deps);
    await ask(pages, 'GET /desk', { cookies, at });
    await ask(pages, 'GET /desk/cases/{id}', { path: { id: receipt }, cookies, at });
    expect(deps.access.all()).toMatchObject([
      { what: 'list-read', view: 'organ/open', sub: 'county-head' },
      { what: 'case-viewed', view: 'desk', caseId: receipt, sub: 'county-head' },
    ]);
  });

  it('holds nothing of what was refused', async () => {
    const { call, receipt, access } = await withPhoto();
    for (const route of [CASE, EVENTS, PRINT, ARCHIVE])
      await call(route, { id: receipt, claims: { ...CLAIMS, organ: 'neighbour' } });
    expect(access.all()).toEqual([]);
  });
});

describe('where it cannot be written', () => {
  const broken = async () => {
    const here = await withPhoto();
    here.access.put = async () => {
      throw new Error('the table is away');
    };
    return here;
  };

  it.each(COPIES)('%s is given to nobody', async (name) => {
    const { requests } = await broken();
    const { status, json, text } = await requests[name]();
    expect([status, json.title]).toEqual([503, '查阅记录暂时无法写入，因此不能提供，请稍后再试']);
    expect(text).not.toContain('13911');
  });

  it.each(LOOKS)('%s is shown all the same, and somebody is called', async (name) => {
    const { requests } = await broken();
    const printed = await consoleOf(async () => expect((await requests[name]()).status).toBe(200));
    expect(printed).toContain('"AccessNotRecorded":1');
  });
});

describe('GET /v1/access', () => {
  it('shows an auditor who saw a case, and what a person saw, the latest first', async () => {
    const { requests, asAuditor, receipt } = await withPhoto();
    for (const request of Object.values(requests)) await request();
    const ofCase = await asAuditor({ case: receipt, until: '2026-06-03T00:00:00Z' });
    expect(ofCase.status).toBe(200);
    expect(ofCase.json.entries.map(({ what }: Access) => what)).toContain('contact-revealed');
    const ofPerson = await asAuditor({ sub: CLAIMS.sub, until: '2026-06-03T00:00:00Z' });
    expect(ofPerson.json.entries).toHaveLength(8);
    expect(ofPerson.json.entries[0]).toMatchObject({ what: 'contact-revealed', name: '查看信访人联系方式' });
    expect((await asAuditor({ sub: CLAIMS.sub, until: '2026-06-02T00:00:00Z' })).json.entries).toEqual([]);
  });

  it('is on record itself, and not shown where it cannot be', async () => {
    const { asAuditor, access, receipt } = await withPhoto();
    await asAuditor({ case: receipt });
    expect(access.all()).toMatchObject([{ what: 'access-read', sub: AUDITOR.sub, caseId: receipt }]);
    access.put = async () => {
      throw new Error('the table is away');
    };
    expect((await asAuditor({ case: receipt })).status).toBe(503);
  });

  it.each(['handler', 'reviewer', 'head', 'duty', 'petition', 'supervisor', 'publicity', 'ops'])(
    'is nothing for a %s',
    async (role) => {
      const { asAuditor, access, receipt } = await withPhoto();
      const { status, json } = await asAuditor({ case: receipt }, { ...AUDITOR, role });
      expect([status, json.title]).toEqual([403, '您的岗位没有这项权限']);
      expect(access.all()).toEqual([]);
    },
  );

  it('shows an auditor the people of their own organ and of those below, at the top all', async () => {
    const { requests, asAuditor, receipt } = await withPhoto();
    await requests.case();
    const seenBy = async (organ: string) =>
      (await asAuditor({ case: receipt, until: '2026-06-03T00:00:00Z' }, { ...AUDITOR, organ })).json.entries.filter(
        ({ what }: Access) => what === 'case-viewed',
      ).length;
    expect(await Promise.all(['county', 'city', 'province', 'neighbour'].map(seenBy))).toEqual([1, 1, 1, 0]);
  });

  it('comes in full pages, each entry once', async () => {
    const { asAuditor, access } = await withPhoto();
    const one = { what: 'list-read', organ: 'county', role: 'head', sub: 'u-1' } as const;
    for (let n = 0; n < 250; n += 1)
      await access.put({ ...one, at: `2026-06-01T0${n % 9}:00:00.000Z`, traceId: `t-${n}` });
    const [seen, sizes]: [string[], number[]] = [[], []];
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const { json } = await asAuditor({ sub: 'u-1', ...(cursor && { cursor }) });
      seen.push(...json.entries.map(({ traceId }: Access) => traceId));
      sizes.push(json.entries.length);
      cursor = json.cursor;
    }
    expect(sizes).toEqual([100, 100, 50]);
    expect(new Set(seen).size).toBe(250);
  });

  it.each([{}, { case: 'QH-1', sub: 'u-1' }, { case: 'QH-1', who: 'x' }, { case: 'QH-1', from: 'gestern' }])(
    'refuses %j',
    async (query) => {
      const { asAuditor } = await withPhoto();
      expect((await asAuditor(query as Record<string, string>)).status).toBe(400);
    },
  );
});
