import * as z from 'zod';
import { answersOf, GatewayAnswer, Problem } from './answers.ts';
import type { Route } from './route.ts';
import { Blank, contentOf, parametersOf, schemaOf } from './schemas.ts';

const SECURITY_SCHEMES = {
  webhook: {
    type: 'apiKey',
    in: 'header',
    name: 'webhook-signature',
    description: 'Standard Webhooks，对原始请求体签名',
  },
  wechat: { type: 'apiKey', in: 'query', name: 'msg_signature', description: '微信公众平台：对加密消息的签名' },
  wechatEcho: { type: 'apiKey', in: 'query', name: 'signature', description: '微信公众平台：验证地址时的签名' },
  wecom: { type: 'apiKey', in: 'query', name: 'msg_signature', description: '企业微信：对加密消息的签名' },
  staff: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
};

const DESCRIPTION = `未到达本服务的请求由 Amazon API Gateway 应答，类型为 application/json，内容为 {"message": "…"}；
不存在的地址答复 404 {"message":"Not Found"}。其余错误均为 application/problem+json（RFC 9457），以 type 区分。`;

/** Standard Webhooks: beside the signature itself, which is the security scheme. */
const WEBHOOK_HEADERS = z.object({
  'webhook-id': z.string().regex(/^[\x21-\x2d\x2f-\x7e]{1,256}$/),
  'webhook-timestamp': z.string().regex(/^\d{1,12}$/),
  'webhook-signature': z.string(),
});

/** The routes as an OpenAPI 3.1 document. */
export function documentOf(routes: readonly Route[]) {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  return {
    openapi: '3.1.0',
    info: { title: '回音：生态环境信访投诉', version: '1.0.0', description: DESCRIPTION },
    paths,
    components: {
      schemas: {
        Problem: schemaOf(Problem, 'output'),
        GatewayAnswer: schemaOf(GatewayAnswer, 'output'),
        Blank: { ...schemaOf(Blank, 'input'), description: '空白或 null：视为未填' },
      },
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}

function securityOf(access: Route['access']): object[] {
  if (access === 'open') return [];
  return access === 'wechat' ? [{ wechat: [] }, { wechatEcho: [] }] : [{ [access]: [] }];
}

function operationOf(route: Route) {
  const { summary, access, query, headers, body, path } = route;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    return { name, in: 'path', required: true, schema: { type: 'string' } };
  });
  return {
    summary,
    security: securityOf(access),
    parameters: [
      ...inPath,
      ...parametersOf(query, 'query'),
      ...parametersOf(access === 'webhook' ? WEBHOOK_HEADERS : undefined, 'header'),
      ...parametersOf(headers, 'header'),
    ],
    ...(body && { requestBody: { required: true, content: contentOf(body, 'input') } }),
    responses: answersOf(route),
  };
}
