import * as z from 'zod';
import { functionBehind } from './function-behind.ts';
import type { Names } from './resource-names.ts';
import type { Resource } from './template.ts';

/** One route of the HTTP API and what stands behind it. */
export interface Route {
  /** As in the template: "GET /v1/cases/{id}", or "$default". */
  readonly key: string;
  readonly logicalId: string;
  readonly authorizer?: JwtAuthorizer | undefined;
}

export interface JwtAuthorizer {
  readonly issuer: string;
  readonly audience: readonly string[];
  /** One of them must be among the token's scopes, if there are any. */
  readonly scopes: readonly string[];
}

export interface MatchedRoute extends Route {
  readonly pathParameters: Readonly<Record<string, string>>;
}

const RouteProperties = z.object({
  ApiId: z.string(),
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});

const ApiProperties = z.object({ Name: z.string() });

const AuthorizerProperties = z.object({
  AuthorizerType: z.literal('JWT'),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});

/** Whose pages an HTTP API serves: the public's, or those of the desk, which has a host name of its own. */
export type Side = 'public' | 'desk';

/** The routes of the template's HTTP API of that side. Authorizers other than JWT are an error. */
export function readRoutes(names: Names, side: Side): readonly Route[] {
  const apis = names.ofType('AWS::ApiGatewayV2::Api').filter((api) => sideOf(api, names) === side);
  const ids = apis.map((api) => names.physicalName(api));
  const targets = new Map(
    names
      .ofType('AWS::ApiGatewayV2::Integration')
      .map((integration) => [integration.logicalId, functionBehind(integration, names).logicalId]),
  );
  const authorizers = new Map(
    names.ofType('AWS::ApiGatewayV2::Authorizer').map((authorizer) => {
      const { JwtConfiguration } = AuthorizerProperties.parse(names.properties(authorizer));
      return [authorizer.logicalId, { issuer: JwtConfiguration.Issuer, audience: JwtConfiguration.Audience }];
    }),
  );
  return names.ofType('AWS::ApiGatewayV2::Route').flatMap((route) => {
    const { ApiId, RouteKey, Target, AuthorizationType, AuthorizerId, AuthorizationScopes } = RouteProperties.parse(
      names.properties(route),
    );
    if (!ids.includes(ApiId)) return [];
    const logicalId = targets.get(Target.replace('integrations/', ''));
    const authorizer = authorizers.get(AuthorizerId ?? '');
    if (!logicalId || (AuthorizationType === 'JWT' && !authorizer)) throw new Error(`route ${RouteKey} leads nowhere`);
    return [{ key: RouteKey, logicalId, authorizer: authorizer && { ...authorizer, scopes: AuthorizationScopes } }];
  });
}

const sideOf = (api: Resource, names: Names): Side =>
  ApiProperties.parse(names.properties(api)).Name.endsWith('-desk') ? 'desk' : 'public';

/**
 * Finds the route for a request as API Gateway does: the most literal one first, `ANY` after the method itself,
 * `$default` last.
 */
export function routeMatcher(routes: readonly Route[]): (method: string, path: string) => MatchedRoute | undefined {
  const patterns = routes
    .filter(({ key }) => key !== '$default')
    .map(toPattern)
    .sort((one, other) => other.rank - one.rank);
  const fallback = routes.find(({ key }) => key === '$default');
  return (method, path) => {
    for (const { route, method: wanted, expression } of patterns) {
      if (wanted !== 'ANY' && wanted !== method) continue;
      const found = expression.exec(path);
      if (found) return { ...route, pathParameters: decoded(found.groups ?? {}) };
    }
    return fallback && { ...fallback, pathParameters: {} };
  };
}

function toPattern(route: Route) {
  const [method = '', path = ''] = route.key.split(' ');
  const segments = path.split('/').slice(1);
  const expression = segments.map((segment) => {
    const [, name, greedy] = /^\{(\w+)(\+)?\}$/.exec(segment) ?? [];
    if (!name) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return greedy ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
  });
  const literal = segments.filter((segment) => !segment.startsWith('{')).length;
  const greedy = path.includes('+}') ? 100 : 0;
  return {
    route,
    method,
    expression: new RegExp(`^/${expression.join('/')}/?$`),
    rank: literal * 10 - greedy + (method === 'ANY' ? 0 : 1),
  };
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => {
      try {
        return [name, decodeURIComponent(value)];
      } catch {
        return [name, value];
      }
    }),
  );
}
