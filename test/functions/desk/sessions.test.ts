import { describe, expect, it } from 'vitest';
import { createHandler as deskPages } from '../../../functions/desk-pages/handler.ts';
import { ask, asStaff, deskMemory, hiddenOf, logIn, loginOf } from '../../support/desk.ts';
import { NOW } from '../../support/intake.ts';
import { listsOfCases } from '../../support/lists.ts';
import { newWorld, rules } from '../../support/world.ts';

const MINUTE = 60_000;

function desk() {
  const { cases, vault, told } = newWorld();
  const parts = { cases, complaints: vault, ...told, ...listsOfCases(cases), waysOf: () => [], codeNameOf: String };
  const deps = { ...deskMemory(), ...parts, context: rules() };
  return { deps, pages: deskPages(deps) };
}

describe('whoever opens the desk', () => {
  it('is sent to log in first, and comes back to the page they wanted', async () => {
    const { pages } = desk();
    const answer = await ask(pages, 'GET /desk', { query: { cursor: 'abc' } });
    expect(answer).toMatchObject({ status: 303, location: '/login?to=%2Fdesk%3Fcursor%3Dabc' });
  });

  it('sees whose desk it is, on a page that no cache keeps', async () => {
    const { deps, pages } = desk();
    const answer = await ask(pages, 'GET /desk', { cookies: await logIn(deps) });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('孔经办');
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-frame-options': 'DENY' });
  });

  it('logs out by the button of any page, and no page opens after that', async () => {
    const { deps, pages } = desk();
    const cookies = await logIn(deps);
    const { text } = await ask(pages, 'GET /desk/help', { cookies });
    await ask(loginOf(deps), 'POST /logout', { cookies, form: hiddenOf(text, '/logout') });
    expect(await ask(pages, 'GET /desk', { cookies })).toMatchObject({ status: 303, location: '/login?to=%2Fdesk' });
  });

  it('is somebody else’s equal: the log-out form of one session ends no other', async () => {
    const { deps, pages } = desk();
    const [mine, other] = [await logIn(deps), await logIn(deps, asStaff({ sub: 'city-head', organ: 'city' }))];
    const { text } = await ask(pages, 'GET /desk/help', { cookies: mine });
    const forged = await ask(loginOf(deps), 'POST /logout', { cookies: other, form: hiddenOf(text, '/logout') });
    expect(forged.status).toBe(403);
    expect(deps.sessions.kept.size).toBe(2);
  });
});

describe('a session', () => {
  const openAt = async (...minutes: number[]) => {
    const { deps, pages } = desk();
    const cookies = await logIn(deps);
    const statuses: number[] = [];
    for (const minute of minutes) {
      deps.computer.at = NOW + minute * MINUTE;
      statuses.push((await ask(pages, 'GET /desk/help', { cookies })).status!);
    }
    return statuses;
  };

  it('ends after half an hour without a page', async () => {
    expect(await openAt(29)).toEqual([200]);
    expect(await openAt(30)).toEqual([303]);
  });

  it('lives on when only the time of the cases passes, as on one machine', async () => {
    const { deps, pages } = desk();
    const cookies = await logIn(deps);
    const inAMonth = NOW + 30 * 24 * 60 * MINUTE;
    expect((await ask(pages, 'GET /desk/help', { cookies, at: inAMonth })).status).toBe(200);
  });

  it('lives on as long as it is used', async () => {
    expect(await openAt(20, 45, 70)).toEqual([200, 200, 200]);
  });

  it('ends after ten hours however much it is used', async () => {
    const everyTwenty = Array.from({ length: 30 }, (_, at) => at * 20);
    expect(new Set(await openAt(...everyTwenty))).toEqual(new Set([200]));
    expect((await openAt(...everyTwenty, 600)).at(-1)).toBe(303);
  });
});
