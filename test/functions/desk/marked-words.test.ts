import { describe, expect, it } from 'vitest';
import { STAFF_ACTS } from '../../../domain/case/acts.ts';
import { ROLE_NAMES } from '../../../domain/case/rights/roles.ts';
import { county } from '../../support/county-desk.ts';
import { ask, asStaff, logIn } from '../../support/desk.ts';
import { PLACES, places } from '../../support/places.ts';

/** Who the complainant is, and what they wrote, as the world of tests has it. */
const CONTACT = /钱测试|13911112222|qian@citizen/;
const WORDS = /浇筑混凝土|新河路12号|某工地/;
const OF_THE_CASE = /建筑施工噪声|county局/;

/** What a role finds at the desk of a case that its organ is that to: every page and every form. */
async function deskOf(place: (typeof places)[number]) {
  const desk = await county();
  const [organ, ...before] = PLACES[place];
  for (const [who, command] of before) {
    const outcome = await desk.world.order('2026-06-01 12:00', who, desk.receipt, command);
    expect(outcome).toMatchObject({ kind: 'done' });
  }
  const id = desk.receipt;
  return async (role: string) => {
    const cookies = await logIn(desk.deps, asStaff({ sub: `${organ}-${role}`, organ, role }));
    const at = { cookies, at: desk.at };
    const pages = ['organ', 'below', 'assisting'].map((scope) =>
      ask(desk.pages, 'GET /desk', { ...at, query: { scope, tab: 'all' } }),
    );
    const open = ask(desk.pages, 'GET /desk/cases/{id}', { ...at, path: { id } });
    const forms = Object.keys(STAFF_ACTS).map((act) =>
      ask(desk.acts, 'GET /desk/cases/{id}/acts/{act}', { ...at, path: { id, act } }),
    );
    return { lists: await Promise.all(pages), open: await open, forms: await Promise.all(forms) };
  };
}

describe.each(places)('at the desk of an organ that is “%s” to a case', (place) => {
  it('no page says who complained, none but that of the case what they wrote, and a refusal nothing of the case', async () => {
    const visit = await deskOf(place);
    for (const role of ROLE_NAMES) {
      const { lists, open, forms } = await visit(role);
      for (const { text } of [...lists, open, ...forms]) expect(`${role}: ${text}`).not.toMatch(CONTACT);
      for (const { text } of [...lists, ...forms]) expect(`${role}: ${text}`).not.toMatch(WORDS);
      for (const { status, text } of [open, ...forms])
        if (status === undefined || status >= 400) expect(`${role}: ${withoutBearer(text)}`).not.toMatch(OF_THE_CASE);
    }
  });
});

/** The page without the band on which whoever looks reads their own organ. */
const withoutBearer = (page: string): string => page.replace(/<header>.*?<\/header>/s, '');
