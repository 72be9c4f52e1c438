import { expect, it } from 'vitest';
import { PAGES, ROUTES } from '../../functions/describe-api/routes.ts';
import { functionNames, routesOf, templateOf } from './provinces.ts';

const deployed = routesOf(templateOf('demo'), 'PublicApi');
const yunnan = templateOf('yunnan');
const keyOf = ({ method, path }: { method: string; path: string }) => `${method.toUpperCase()} ${path}`;

it('the API serves the routes that its description promises, the pages, and no others', () => {
  expect(deployed.map(({ RouteKey }) => RouteKey).toSorted()).toEqual([...ROUTES.map(keyOf), ...PAGES].toSorted());
});

it('the API asks for a token where its description says so', () => {
  const guarded = deployed
    .filter(({ AuthorizationType }) => AuthorizationType === 'JWT')
    .map(({ RouteKey }) => RouteKey);
  expect(guarded.toSorted()).toEqual(
    ROUTES.filter(({ access }) => access === 'staff')
      .map(keyOf)
      .toSorted(),
  );
});

it('a province without WeCom has no such way in', () => {
  expect(JSON.stringify(yunnan.findResources('AWS::ApiGatewayV2::Route'))).not.toContain('wecom');
  expect(functionNames(yunnan)).not.toContain('accept-wecom-message');
});
