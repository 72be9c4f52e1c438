import { describe, expect, it } from 'vitest';
import { zipOf } from '../../../adapters/archive/zip.ts';
import { memoryEvidence } from '../../../adapters/memory/evidence.ts';
import { memoryPeople } from '../../../adapters/memory/people.ts';
import type { StaffCommand } from '../../../domain/case/acts.ts';
import { ENTERING } from '../../../domain/case/rights/rights.ts';
import { ROLE_NAMES, type Role } from '../../../domain/case/rights/roles.ts';
import { createHandler as acts } from '../../../functions/desk-acts/handler.ts';
import { createHandler as enter } from '../../../functions/desk-enter/handler.ts';
import { createHandler as pages } from '../../../functions/desk-pages/handler.ts';
import { createDeskHandler as roster } from '../../../functions/keep-people/desk.ts';
import { createDeskHandler as uploads } from '../../../functions/offer-material/desk.ts';
import { createDeskHandler as files } from '../../../functions/open-attachment/handler.ts';
import { createDeskHandler as prints } from '../../../functions/print-case/handler.ts';
import { createDeskHandler as complainant } from '../../../functions/reveal-complainant/desk.ts';
import { formKey } from '../../../functions/shared/desk/form-key.ts';
import { createDeskHandler as access } from '../../../functions/show-access/desk.ts';
import { BODIES } from '../../support/act-bodies.ts';
import { deskUpon } from '../../support/county-desk.ts';
import { ask, asStaff, logIn } from '../../support/desk.ts';
import { CASE, COMMAND, COMPLAINANT, FILE, office, PRINT, UPLOAD } from '../../support/office.ts';
import { pagesWorld } from '../../support/pages.ts';
import { PLACES, type Place } from '../../support/places.ts';
import { beijing } from '../../support/rules.ts';

type Handler = Parameters<typeof ask>[0];

const attached = { attachments: [{ name: '照片.jpg', mediaType: 'image/jpeg', key: 'photo' }] };

/** A case of the county with its API and its desk, as people of an organ that is that to it. */
async function at(place: Place) {
  const here = await office(attached);
  await here.world.evidence.put('photo', Buffer.from('jpeg'), 'image/jpeg');
  const [organ, ...before] = PLACES[place];
  for (const [who, command] of before) await here.world.order('2026-06-01 12:00', who, here.receipt, command);
  const deps = deskUpon(here.world);
  const kept = { files: here.world.evidence, archives: memoryEvidence(), pack: zipOf };
  const form = {
    newSecret: () => 'secret',
    uploadForm: async () => ({ action: 'https://inbox.example/', fields: {} }),
  };
  const all = { ...deps, ...kept, ...form };
  const path = { id: here.receipt, receipt: here.receipt, number: '1' };
  const desk = async (make: (given: typeof all) => Handler, role: Role, route: string, fields?: object, act = '') => {
    const cookies = await logIn(deps, asStaff({ sub: `${organ}-${role}`, role, organ }));
    const here = { path: { ...path, act }, cookies, at: Date.parse(beijing('2026-06-02 10:00')) };
    const address = route.replace(/^\S+ /, '').replace('{id}', path.id).replace('{act}', act);
    const key = formKey('key-0123456789abcdef', cookies[0]!.split('=')[1]!, address);
    return await ask(make(all), route, { ...here, ...(fields && { form: { ...key, ...fields } }) });
  };
  const api = async (role: Role, route: string, body?: object) => {
    const claims = { sub: `${organ}-${role}`, organ, role, name: '某某' };
    return await here.call(route, { claims, id: here.receipt, path, body });
  };
  return { ...here, desk, api };
}

/** 403 and 404 are for whoever may not. */
const mayBy = (status: number | undefined) => status !== 403 && status !== 404;

/** Pages of a case, and the route of the API that shows or does the same, which the table of rights is held against. */
const TWINS = [
  [pages, 'GET /desk/cases/{id}', CASE],
  [prints, 'GET /desk/cases/{id}/print', PRINT],
  [files, 'GET /desk/cases/{id}/complaints/{receipt}/attachments/{number}', FILE],
] as const;
const SHOWN_WITH_THE_CASE = [
  [complainant, 'GET /desk/cases/{id}/complainant'],
  [pages, 'GET /desk/cases/{id}/split'],
  [acts, 'GET /desk/cases/{id}/acts/{act}'],
] as const;

/** An act of each of several powers, with a form of plain fields. */
const ACTS = {
  accept: {},
  report: {},
  extend: {},
  return: {},
  distribute: { 'officer-sub': 'u-1', 'officer-name': '王文清' },
  'report-incident': {},
  note: {},
} as const satisfies Partial<Record<StaffCommand['type'], object>>;

const WORDS = ['浇筑', '新河路', '某工地', '钱测试', '13911112222'];

describe.each(['own', 'above', 'assisting', 'accused'] as const)('where an organ is %s to a case', (place) => {
  it('each of its people gets the pages that the API would give them, and no word of any other', async () => {
    const { desk, api } = await at(place);
    for (const role of ROLE_NAMES) {
      for (const [make, page, route] of TWINS) {
        const { status, text, headers } = await desk(make, role, page);
        expect([page, role, mayBy(status)]).toEqual([page, role, mayBy((await api(role, route)).status)]);
        expect(headers['cache-control']).toBe('no-store');
        if (!mayBy(status)) for (const word of WORDS) expect(text).not.toContain(word);
      }
      const sees = mayBy((await api(role, CASE)).status);
      for (const [make, page] of SHOWN_WITH_THE_CASE)
        expect([page, role, mayBy((await desk(make, role, page, undefined, 'note')).status)]).toEqual([
          page,
          role,
          sees,
        ]);
    }
  });

  it('each of its people does by a form what the API would take from them, and nothing else', async () => {
    const { desk, api, receipt, world } = await at(place);
    const before = (await world.cases.events(receipt)).length;
    for (const role of ROLE_NAMES)
      for (const [act, fields] of Object.entries(ACTS)) {
        const form = { ...BODIES[act as StaffCommand['type']], ...fields, do: 'act', version: '999' };
        const { status } = await desk(acts, role, 'POST /desk/cases/{id}/acts/{act}', form, act);
        const body = { type: act, expectedVersion: 999, ...BODIES[act as StaffCommand['type']] };
        const taken = await api(role, COMMAND, body);
        // Whoever may is told that the case has changed: rights come before the version.
        expect([act, role, status === 409]).toEqual([act, role, taken.status === 409]);
      }
    expect((await world.cases.events(receipt)).length).toBe(before);
  });

  it('whoever may not reach the complainant, or add a file, finds nothing to do it with', async () => {
    const { desk, api } = await at(place);
    for (const role of ROLE_NAMES) {
      const asked = await desk(complainant, role, 'POST /desk/cases/{id}/complainant', { reason: 'facts' });
      const reached = await api(role, COMPLAINANT, { reason: 'facts' });
      expect([role, asked.text.includes('13911112222')]).toEqual([role, reached.status === 200]);
      const adding = await desk(uploads, role, 'GET /desk/cases/{id}/uploads');
      const offered = await api(role, UPLOAD, { mediaType: 'image/jpeg' });
      expect([role, adding.text.includes('inbox.example')]).toEqual([role, offered.status === 200]);
    }
  });
});

describe('pages without a case', () => {
  it.each(ROLE_NAMES)('show %s what the role is for', async (role) => {
    const { desk } = await at('own');
    const { form } = pagesWorld();
    const people = memoryPeople();
    const shows = async (make: (deps: never) => Handler, page: string) =>
      mayBy((await desk(make as (given: object) => Handler, role, `GET ${page}`)).status);
    expect(await shows((deps: object) => enter({ ...deps, form } as never), '/desk/enter')).toBe(
      ENTERING.some((one) => one === role),
    );
    for (const page of ['/desk/access', '/desk/seals']) expect(await shows(access, page)).toBe(role === 'auditor');
    expect(await shows(pages, '/desk/reception')).toBe(ENTERING.some((one) => one === role));
    for (const page of ['/desk/roster', '/desk/digests'])
      expect(await shows((deps: object) => roster({ ...deps, people } as never), page)).toBe(true);
    for (const page of ['/desk/lists', '/desk/help']) expect(await shows(pages, page)).toBe(true);
  });
});
