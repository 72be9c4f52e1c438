import * as z from 'zod';
import { PROBLEMS, type ProblemName, typeOf } from '../shared/problems.ts';
import type { Route } from './routes.ts';

const SECURITY_SCHEMES = {
  webhook: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: 'Standard Webhooks，对原始请求体签名',
  },
  wechat: { type: 'apiKey', in: 'query', name: 'msg_signature', description: '微信公众平台消息签名' },
  staff: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
};

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  traceId: z.string().optional(),
});

/** The routes as an OpenAPI 3.1 document. */
export function documentOf(routes: readonly Route[]) {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  return {
    openapi: '3.1.0',
    info: { title: '回音：生态环境信访投诉', version: '1.0.0' },
    paths,
    components: { schemas: { Problem: schemaOf(Problem, 'output') }, securitySchemes: SECURITY_SCHEMES },
  };
}

function operationOf({ summary, access, query, headers, body, answer, problems, path }: Route) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    return { name, in: 'path', required: true, schema: { type: 'string' } };
  });
  return {
    summary,
    security: access === 'open' ? [] : [{ [access]: [] }],
    parameters: [...inPath, ...parametersOf(query, 'query'), ...parametersOf(headers, 'header')],
    ...(body && { requestBody: { required: true, content: contentOf(body.mediaType, body.schema, 'input') } }),
    responses: {
      [answer.status]: { description: summary, content: contentOf(answer.mediaType, answer.schema, 'output') },
      ...problemAnswers([...problems, 'internal-error']),
    },
  };
}

function parametersOf(fields: z.ZodObject | undefined, place: 'query' | 'header') {
  return Object.entries(fields?.shape ?? {}).map(([name, schema]) => {
    const field = schema as z.ZodType;
    return { name, in: place, required: !field.safeParse(undefined).success, schema: schemaOf(field, 'input') };
  });
}

const contentOf = (mediaType: string, schema: z.ZodType, side: 'input' | 'output') => ({
  [mediaType]: { schema: schemaOf(schema, side) },
});

/** By status, as OpenAPI has it: problems of one status are told apart by their `type`. */
function problemAnswers(names: readonly ProblemName[]) {
  const byStatus = Map.groupBy(names, (name) => PROBLEMS[name].status);
  return Object.fromEntries([...byStatus].map(([status, alike]) => [status, problemAnswer(alike)]));
}

const problemAnswer = (names: readonly ProblemName[]) => ({
  description: names.map((name) => PROBLEMS[name].title).join('；'),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem', properties: { type: { enum: names.map(typeOf) } } },
    },
  },
});

function schemaOf(schema: z.ZodType, side: 'input' | 'output') {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: side, unrepresentable: 'any' });
  return rest;
}
