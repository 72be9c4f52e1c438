import * as z from 'zod';
import type { PartnerFormat } from '../../domain/partners/format.ts';
import { answersOf, GatewayAnswer, Problem } from './answers.ts';
import { headingsOf } from './headings.ts';
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

/** What is described besides the routes. */
export interface Place {
  /** Where this service is; "/" is where the document came from. */
  readonly url: string;
  /** The formats of the province's partners: lists are known by their headings. */
  readonly formats: readonly PartnerFormat[];
}

const TAGS = [
  { name: 'citizens', description: '公众：提交、补充、查询' },
  { name: 'partners', description: '合作单位：转交投诉与清单' },
  { name: 'channels', description: '微信、企业微信与邮件中继' },
  { name: 'staff', description: '工作人员：查看与办理' },
  { name: 'service', description: '服务本身' },
] as const;

function tagOf({ path }: Route): (typeof TAGS)[number]['name'] {
  if (path.startsWith('/v1/channels/partners/')) return 'partners';
  if (path.startsWith('/v1/channels/')) return 'channels';
  if (path.startsWith('/v1/cases')) return 'staff';
  return path.startsWith('/v1/complaints') || path === '/v1/uploads' ? 'citizens' : 'service';
}

const ACCESS: Readonly<Record<Route['access'], string>> = {
  open: '无需登录。',
  webhook: '须按 Standard Webhooks 对原始请求体签名。',
  wechat: '由微信公众平台调用并签名。',
  wecom: '由企业微信调用并签名。',
  staff: '须携带本省登录平台签发的令牌。',
};

/** The routes as an OpenAPI 3.1 document. */
export function documentOf(routes: readonly Route[], { url, formats }: Place = { url: '/', formats: [] }) {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route, formats) };
  return {
    openapi: '3.1.0',
    info: {
      title: '回音：生态环境信访投诉',
      version: '1.0.0',
      description: DESCRIPTION,
      contact: { name: '省级生态环境信访投诉受理机构' },
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url }],
    tags: TAGS,
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

function descriptionOf({ path, summary, access }: Route, formats: readonly PartnerFormat[]): string {
  const said = `${summary}。${ACCESS[access]}`;
  if (!path.endsWith('/batches') || formats.length === 0) return said;
  return [said, '表格的首行为表头，各列以表头识别，其余列略过：', ...formats.map(headingsOf)].join('\n\n');
}

function operationOf(route: Route, formats: readonly PartnerFormat[]) {
  const { id, summary, access, query, headers, body, path, example } = route;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => {
    return { name, in: 'path', required: true, schema: { type: 'string' } };
  });
  return {
    operationId: id,
    tags: [tagOf(route)],
    summary,
    description: descriptionOf(route, formats),
    security: securityOf(access),
    parameters: [
      ...inPath,
      ...parametersOf(query, 'query'),
      ...parametersOf(access === 'webhook' ? WEBHOOK_HEADERS : undefined, 'header'),
      ...parametersOf(headers, 'header'),
    ],
    ...(body && { requestBody: { required: true, content: contentOf(body, 'input', example) } }),
    responses: answersOf(route),
  };
}
