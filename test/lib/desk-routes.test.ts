import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formKey } from '../../functions/shared/desk/form-key.ts';
import { ask, deskMemory, logIn, loginOf } from '../support/desk.ts';
import { functionNamed, routesOf, templateOf } from './provinces.ts';

const template = templateOf('demo');
const integrations = template.findResources('AWS::ApiGatewayV2::Integration');

/** The function in `functions/<name>` behind a route of the template. */
interface Target {
  'Fn::Join': [string, [string, { Ref: string }]];
}

function behind(target: Target): string {
  const { IntegrationUri } = integrations[target['Fn::Join'][1][1].Ref]!.Properties;
  const { FunctionName } = template.findResources('AWS::Lambda::Function')[IntegrationUri['Fn::GetAtt'][0]]!.Properties;
  return String(FunctionName).replace('huiyin-demo-', '');
}

const routes = routesOf(template, 'DeskApi').map((route) => [
  route.RouteKey,
  behind((route as unknown as { Target: Target }).Target),
]);

async function handlerOf(name: string) {
  const folder = join(import.meta.dirname, '../../functions', name);
  const file = existsSync(join(folder, 'desk.ts')) ? 'desk.ts' : 'handler.ts';
  const { createHandler, createDeskHandler = createHandler } = await import(join(folder, file));
  return createDeskHandler;
}

it.each(routes)('%s is known to %s, which asks first who it is', async (route, name) => {
  const { status, location } = await ask((await handlerOf(name!))(deskMemory()), route!);
  if (route!.startsWith('POST ')) expect(status).toBe(415);
  else
    expect([status, location ?? '/login']).toEqual([
      expect.any(Number),
      expect.stringMatching(/^(\/login|\/desk$|https:)/),
    ]);
  expect(status).not.toBe(404);
});

/** Forms, as somebody's browser could be made to send them who is logged in. */
const forms = routes.filter(([route]) => route!.startsWith('POST '));

it.each(forms)('%s does nothing by a form that was not shown to that session for that path', async (route, name) => {
  const deps = deskMemory();
  const handler = (await handlerOf(name!))(deps);
  const [mine, other] = [await logIn(deps), await logIn(deps)];
  const keyFor = (cookies: readonly string[], path: string) => ({
    ...formKey('key-0123456789abcdef', cookies[0]!.split('=')[1]!, path),
    back: 'https://evil.example/',
  });
  const path = { id: 'QH-0000-0000-0001', act: 'accept' };
  const here = route!.replace('POST ', '').replace('{id}', path.id).replace('{act}', path.act);
  const right = keyFor(mine, here);
  const forged = [
    { form: right, headers: { origin: 'https://evil.example' } },
    { form: right, headers: { origin: 'null', 'sec-fetch-site': 'cross-site' } },
    { form: right, headers: { origin: 'null' } },
    { form: {} },
  ];
  for (const one of forged) {
    const { status, text } = await ask(handler, route!, { ...one, path, cookies: mine });
    expect([one, status]).toEqual([one, 403]);
    expect(text).not.toContain('evil');
  }
  // As from a window that was open before somebody logged in again: it is kept, and shown to be sent by its own person.
  for (const form of [keyFor(other, here), keyFor(mine, `${here}/x`), { ...right, key: 'key-0123456789abcdeg' }]) {
    const { status, location } = await ask(handler, route!, { form, path, cookies: mine });
    expect([form, status, location]).toEqual([form, 303, '/desk']);
  }
  expect(deps.sessions.kept.size).toBe(2);
});

it.each(forms)('%s does nothing by a form that is sent again after log-out', async (route, name) => {
  const deps = deskMemory();
  const cookies = await logIn(deps);
  const keys = (path: string) => ({ ...formKey('key-0123456789abcdef', cookies[0]!.split('=')[1]!, path) });
  await ask(loginOf(deps), 'POST /logout', { cookies, form: keys('/logout') });
  const path = { id: 'QH-0000-0000-0001', act: 'accept' };
  const here = route!.replace('POST ', '').replace('{id}', path.id).replace('{act}', path.act);
  const again = await ask((await handlerOf(name!))(deps), route!, { cookies, path, form: keys(here) });
  expect([again.status, again.location]).toEqual([303, expect.stringMatching(/^\/login\?/)]);
});

it('every function of the desk finds the table in which its sessions are', () => {
  for (const name of new Set(routes.map(([, one]) => one!)))
    expect(functionNamed(template, name).Environment.Variables, name).toHaveProperty('DESK_TABLE_NAME');
});
