import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask, deskMemory } from '../support/desk.ts';
import { functionNamed, routesOf, templateOf } from './provinces.ts';

const template = templateOf('demo');
const integrations = template.findResources('AWS::ApiGatewayV2::Integration');

/** The function in `functions/<name>` behind a route of the template. */
function behind(target: { 'Fn::Join': [string, [string, { Ref: string }]] }): string {
  const { IntegrationUri } = integrations[target['Fn::Join'][1][1].Ref]!.Properties;
  const { FunctionName } = template.findResources('AWS::Lambda::Function')[IntegrationUri['Fn::GetAtt'][0]]!.Properties;
  return String(FunctionName).replace('huiyin-demo-', '');
}

const routes = routesOf(template, 'DeskApi').map(({ RouteKey, ...rest }) => [
  RouteKey,
  behind((rest as never)['Target']),
]);

it.each(routes)('%s is known to %s, which asks first who it is', async (route, name) => {
  const folder = join(import.meta.dirname, '../../functions', name!);
  const file = existsSync(join(folder, 'desk.ts')) ? 'desk.ts' : 'handler.ts';
  const { createHandler, createDeskHandler = createHandler } = await import(join(folder, file));
  const { status, location } = await ask(createDeskHandler(deskMemory()), route!);
  if (route!.startsWith('POST ')) expect(status).toBe(415);
  else
    expect([status, location ?? '/login']).toEqual([
      expect.any(Number),
      expect.stringMatching(/^(\/login|\/desk$|https:)/),
    ]);
  expect(status).not.toBe(404);
});

it('every function of the desk finds the table in which its sessions are', () => {
  for (const name of new Set(routes.map(([, one]) => one!)))
    expect(functionNamed(template, name).Environment.Variables, name).toHaveProperty('DESK_TABLE_NAME');
});
