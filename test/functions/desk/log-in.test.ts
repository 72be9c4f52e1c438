import { describe, expect, it } from 'vitest';
import { formKey } from '../../../functions/shared/desk/form-key.ts';
import { ask, CLAIMS, deskMemory, idNamed, logIn, loginOf } from '../../support/desk.ts';

const CALLBACK = 'GET /login/callback';
const GOOD = { code: 'good', state: 'its-state' };

/** Somebody presses the button to log in; gives what their browser keeps. */
async function begun(deps: ReturnType<typeof deskMemory>, to = '/desk') {
  const answer = await ask(loginOf(deps), 'GET /login/start', { query: { to } });
  return { answer, cookies: answer.cookies.map((cookie) => cookie.split(';')[0]!) };
}

describe('logging in', () => {
  it('goes to the province’s provider, and comes back to the page that was wanted', async () => {
    const deps = deskMemory();
    const { answer, cookies } = await begun(deps, '/desk/cases/QH-1?tab=late');
    expect(answer.status).toBe(303);
    expect(answer.location).toContain('redirect_uri=https%3A%2F%2Fhuiyin.example%2Flogin%2Fcallback');
    const back = await ask(loginOf(deps), CALLBACK, { query: GOOD, cookies });
    expect(back).toMatchObject({ status: 303, location: '/desk/cases/QH-1?tab=late' });
    expect([...deps.sessions.kept.values()]).toMatchObject([{ staff: CLAIMS }]);
  });

  it('gives a cookie that no script reads, no other host sets, and no other site brings', async () => {
    const deps = deskMemory();
    const { cookies } = await begun(deps);
    const back = await ask(loginOf(deps), CALLBACK, { query: GOOD, cookies });
    expect(back.cookies.at(-1)).toMatch(/^__Host-huiyin-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
  });

  it('keeps no id as the browser has it, so that whoever reads the table is nobody', async () => {
    const deps = deskMemory();
    const { cookies } = await begun(deps);
    const back = await ask(loginOf(deps), CALLBACK, { query: GOOD, cookies });
    const id = /session=([^;]+)/.exec(back.cookies.at(-1)!)![1]!;
    expect(JSON.stringify([...deps.sessions.kept])).not.toContain(id);
  });

  it('over http, as on one machine, goes without the prefix that browsers would refuse there', async () => {
    const deps = deskMemory();
    const { cookies } = await ask(loginOf(deps), 'GET /login/start', { headers: { 'x-forwarded-proto': 'http' } });
    expect(cookies).toEqual([expect.stringMatching(/^huiyin-login=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)]);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/desk/../login/start?to=x',
    '/deskevil',
    '/desk//evil\r\nset-cookie: a=b',
    'javascript:alert(1)',
  ])('leads nowhere but to the desk: not to %s', async (to) => {
    const deps = deskMemory();
    const { cookies } = await begun(deps, to);
    const back = await ask(loginOf(deps), CALLBACK, { query: GOOD, cookies });
    expect(back.location).toBe('/desk');
  });
});

it('goes on in one tab when another has begun meanwhile', async () => {
  const deps = deskMemory();
  const { cookies } = await begun(deps);
  const again = await ask(loginOf(deps), 'GET /login/start', { cookies });
  expect(again.cookies[0]!.split(';')[0]).toBe(cookies[0]);
  expect(await ask(loginOf(deps), CALLBACK, { query: GOOD, cookies })).toMatchObject({
    status: 303,
    location: '/desk',
  });
});

describe('a log-in that is not this browser’s', () => {
  it('opens nothing for whoever was sent a link to come back by', async () => {
    const deps = deskMemory();
    await begun(deps);
    const back = await ask(loginOf(deps), CALLBACK, { query: GOOD });
    expect(back).toMatchObject({ status: 303, location: '/login?to=%2Fdesk&why=failed' });
    expect(deps.sessions.kept.size).toBe(0);
  });

  it('opens nothing with another state or a code that the provider does not know', async () => {
    for (const query of [
      { ...GOOD, state: 'other' },
      { ...GOOD, code: 'bad' },
    ]) {
      const deps = deskMemory();
      const { cookies } = await begun(deps);
      expect((await ask(loginOf(deps), CALLBACK, { query, cookies })).location).toContain('why=failed');
      expect(deps.sessions.kept.size).toBe(0);
    }
  });

  it('opens nothing a second time', async () => {
    const deps = deskMemory();
    const { cookies } = await begun(deps);
    await ask(loginOf(deps), CALLBACK, { query: GOOD, cookies });
    await ask(loginOf(deps), CALLBACK, { query: GOOD, cookies });
    expect(deps.sessions.kept.size).toBe(1);
  });

  it('never takes up a session id that was in the browser before', async () => {
    const deps = deskMemory();
    const planted = `__Host-huiyin-session=${idNamed('planted')}`;
    const { cookies } = await begun(deps);
    const back = await ask(loginOf(deps), CALLBACK, { query: GOOD, cookies: [planted, ...cookies] });
    expect(back.cookies.join()).not.toContain('planted');
    expect([...deps.sessions.kept.keys()]).not.toContain(deps.sha256(idNamed('planted')));
  });

  it('is refused for somebody of no organ', async () => {
    const deps = { ...deskMemory() };
    const stranger = { ...deps, provider: { ...deps.provider, finish: async () => ({ ...CLAIMS, organ: 'nowhere' }) } };
    const { cookies } = await begun(stranger);
    const back = await ask(loginOf(stranger), CALLBACK, { query: GOOD, cookies });
    expect(back).toMatchObject({ status: 403 });
    expect(back.text).toContain('登录信息中没有所属单位');
  });
});

describe('logging out', () => {
  const keysFor = (cookies: readonly string[]) => {
    const { key, proof } = formKey('key-0123456789abcdef', cookies[0]!.split('=')[1]!, '/logout');
    return { key, proof };
  };

  it('ends the session at once, and empties the browser’s cache', async () => {
    const deps = deskMemory();
    const cookies = await logIn(deps);
    const out = await ask(loginOf(deps), 'POST /logout', { cookies, form: keysFor(cookies) });
    expect(out).toMatchObject({ status: 303, location: '/login?why=out' });
    expect(out.headers['clear-site-data']).toBe('"cache"');
    expect(out.cookies).toEqual([expect.stringMatching(/^__Host-huiyin-session=;.*Max-Age=0$/)]);
    expect(deps.sessions.kept.size).toBe(0);
  });

  it.each([
    ['from another site', { origin: 'https://evil.example' }],
    ['from a page that hides where it is', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ])('is not done by a form %s', async (_, headers) => {
    const deps = deskMemory();
    const cookies = await logIn(deps);
    const out = await ask(loginOf(deps), 'POST /logout', { cookies, headers, form: keysFor(cookies) });
    expect(out.status).toBe(403);
    expect(deps.sessions.kept.size).toBe(1);
  });

  it('is not done by a form that this session was not shown', async () => {
    const deps = deskMemory();
    const [mine, other] = [await logIn(deps), await logIn(deps)];
    for (const form of [{}, keysFor(other), { ...keysFor(mine), key: 'key-0123456789abcdeg' }])
      expect((await ask(loginOf(deps), 'POST /logout', { cookies: mine, form })).status).toBe(403);
    expect(deps.sessions.kept.size).toBe(2);
  });

  it('lets the page before log-in tell where one is', async () => {
    const page = await ask(loginOf(deskMemory()), 'GET /login', { query: { why: 'out' } });
    expect(page.text).toContain('您已退出');
    expect(page.headers['cache-control']).toBe('no-store');
  });
});
