import * as z from 'zod';
import { PartnerOrder } from '../accept-partner-complaint/partner-order.ts';
import { IdempotencyKey, WebForm, WebReceipt } from '../accept-web-complaint/web-form.ts';
import { CaseView, Worklist } from '../serve-staff/case-view.ts';
import { CommandAnswer, CommandBody } from '../serve-staff/command-body.ts';
import { WorklistParameters } from '../serve-staff/worklist-parameters.ts';
import type { ProblemName } from '../shared/problems.ts';
import { ProgressView } from '../show-progress/handler.ts';

/** One operation of the API: the very schemas its function checks with. Parameters of the path are read from it. */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  /** How the caller proves who it is: not at all, by a Standard Webhooks signature, by WeChat's, or by a staff token. */
  readonly access: 'open' | 'webhook' | 'wechat' | 'staff';
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: { readonly mediaType: string; readonly schema: z.ZodType };
  readonly answer: { readonly status: 200 | 202; readonly mediaType: string; readonly schema: z.ZodType };
  /** What may stand in the way, beside `internal-error`, which always may. */
  readonly problems: readonly ProblemName[];
}

const JSON_TYPE = 'application/json';
const json = (schema: z.ZodType) => ({ mediaType: JSON_TYPE, schema });
const ok = (schema: z.ZodType, mediaType = JSON_TYPE) => ({ status: 200, mediaType, schema }) as const;
const taken = (schema: z.ZodType) => ({ status: 202, ...json(schema) }) as const;

const wechatQuery = z.object({
  signature: z.string().optional(),
  timestamp: z.string(),
  nonce: z.string(),
  encrypt_type: z.literal('aes').optional(),
  msg_signature: z.string().optional(),
});

/** A JSON body that was not what it should be; whoever has no signature needs the right media type, too. */
const FAULTY_JSON = ['broken-json', 'invalid-request', 'body-too-large'] as const;
const NOT_THEIR_CASE = ['no-organ', 'not-yours', 'unknown-case'] as const;

const Events = z.object({ events: z.array(z.looseObject({ type: z.string(), at: z.iso.datetime() })) });

/** Every route, in the order of the document. */
export const ROUTES: readonly Route[] = [
  {
    method: 'post',
    path: '/v1/complaints',
    summary: '提交投诉（网页）',
    access: 'open',
    headers: z.object({ 'Idempotency-Key': IdempotencyKey.optional() }),
    body: json(WebForm),
    answer: taken(WebReceipt),
    problems: [...FAULTY_JSON, 'invalid-idempotency-key', 'unsupported-media-type', 'idempotency-key-reused'],
  },
  {
    method: 'get',
    path: '/v1/complaints/{receipt}',
    summary: '凭受理编号和查询码查询进展',
    access: 'open',
    headers: z.object({ 'X-Query-Code': z.string() }),
    answer: ok(ProgressView),
    problems: ['no-such-complaint'],
  },
  {
    method: 'get',
    path: '/v1/channels/wechat',
    summary: '微信公众号：验证服务器地址',
    access: 'wechat',
    query: wechatQuery.extend({ echostr: z.string() }),
    answer: ok(z.string(), 'text/plain'),
    problems: ['signature-invalid'],
  },
  {
    method: 'post',
    path: '/v1/channels/wechat',
    summary: '微信公众号：接收消息（安全模式、兼容模式；明文模式须另行允许）',
    access: 'wechat',
    query: wechatQuery,
    body: { mediaType: 'text/xml', schema: z.string() },
    answer: ok(z.string(), 'text/xml'),
    problems: ['broken-message', 'signature-invalid', 'seal-invalid', 'plain-mode-refused', 'body-too-large'],
  },
  {
    method: 'post',
    path: '/v1/channels/email',
    summary: '邮件中继：提交一封原始邮件',
    access: 'webhook',
    body: { mediaType: 'message/rfc822', schema: z.string() },
    answer: taken(z.object({ id: z.string() })),
    problems: ['signature-invalid', 'body-too-large', 'unsupported-media-type'],
  },
  {
    method: 'post',
    path: '/v1/channels/partners/{partner}',
    summary: '合作单位：转交投诉',
    access: 'webhook',
    body: json(PartnerOrder),
    answer: taken(WebReceipt),
    problems: [...FAULTY_JSON, 'signature-invalid', 'external-id-reused', 'unknown-type'],
  },
  {
    method: 'get',
    path: '/v1/cases',
    summary: '工作人员：事项列表，最紧的时限在前',
    access: 'staff',
    query: WorklistParameters,
    answer: ok(Worklist),
    problems: ['invalid-request', 'no-organ', 'not-yours'],
  },
  {
    method: 'get',
    path: '/v1/cases/{id}',
    summary: '工作人员：查看事项',
    access: 'staff',
    answer: ok(CaseView),
    problems: NOT_THEIR_CASE,
  },
  {
    method: 'get',
    path: '/v1/cases/{id}/events',
    summary: '工作人员：事项的全部记录',
    access: 'staff',
    answer: ok(Events),
    problems: NOT_THEIR_CASE,
  },
  {
    method: 'post',
    path: '/v1/cases/{id}/commands',
    summary: '工作人员：办理事项',
    access: 'staff',
    body: json(CommandBody),
    answer: ok(CommandAnswer),
    problems: [...FAULTY_JSON, ...NOT_THEIR_CASE, 'stale-version', 'unsupported-media-type', 'not-allowed'],
  },
  {
    method: 'get',
    path: '/v1/health',
    summary: '服务是否在线',
    access: 'open',
    answer: ok(z.object({ status: z.literal('ok') })),
    problems: [],
  },
];
