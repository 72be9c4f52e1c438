import * as z from 'zod';
import { BatchReport, LIST_TYPES } from '../accept-partner-batch/report.ts';
import { ForeignOrder, PartnerOrder, PartnerReceipt } from '../accept-partner-complaint/partner-order.ts';
import { SupplementForm, SupplementReceipt } from '../accept-supplement/supplement-form.ts';
import { WebForm, WebReceipt } from '../accept-web-complaint/web-form.ts';
import { MailToUpload, MailUploadOffer } from '../offer-mail-upload/handler.ts';
import { UploadOffer, UploadRequest } from '../offer-upload/handler.ts';
import { CaseView, Worklist } from '../serve-staff/case-view.ts';
import { CommandAnswer, CommandBody } from '../serve-staff/command-body.ts';
import { WorklistParameters } from '../serve-staff/worklist-parameters.ts';
import { IdempotencyKey } from '../shared/idempotency.ts';
import type { ProblemName } from '../shared/problems.ts';
import { ProgressView } from '../show-progress/handler.ts';

/** What may lie in a body, by media type. Texts that are no JSON are described as strings. */
export type Content = Readonly<Record<string, z.ZodType>>;

/** An answer that is no problem. */
export interface Success {
  readonly status: 200 | 202 | 303;
  /** Absent: an answer without a body. */
  readonly content?: Content;
  readonly headers?: z.ZodObject;
}

/**
 * One operation of the API: the very schemas its function checks with. Read from the rest are the parameters of the path, the headers that
 * `access` asks for, and the RateLimit headers of whatever may answer `too-many-requests`.
 */
export interface Route {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly summary: string;
  /** How the caller proves who it is: not at all, by a Standard Webhooks signature, by WeChat's or WeCom's, or by a staff token. */
  readonly access: 'open' | 'webhook' | 'wechat' | 'wecom' | 'staff';
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: Content;
  readonly answers: readonly Success[];
  /** What may stand in the way, beside `internal-error`, which always may. */
  readonly problems: readonly ProblemName[];
}

const json = (schema: z.ZodType): Content => ({ 'application/json': schema });
const ok = (content: Content): readonly Success[] => [{ status: 200, content }];
const taken = (schema: z.ZodType): readonly Success[] => [{ status: 202, content: json(schema) }];

const wechatQuery = z.object({
  signature: z.string().optional(),
  timestamp: z.string(),
  nonce: z.string(),
  encrypt_type: z.literal('aes').optional(),
  msg_signature: z.string().optional(),
  openid: z.string().optional(),
});

const wecomQuery = z.object({ msg_signature: z.string(), timestamp: z.string(), nonce: z.string() });

/** A reply to a message in JSON, which is sealed if the message was. */
const SealedJson = z.looseObject({});

/** Told apart by what it says: the console of the platform lets its owner choose between XML and JSON. */
const WechatBody: Content = {
  'text/xml': z.string(),
  'application/xml': z.string(),
  'application/json': z.looseObject({}),
};

/** A JSON body that was not what it should be; whoever has no signature needs the right media type, too. */
const FAULTY_JSON = ['broken-json', 'invalid-request', 'body-too-large'] as const;
const NOT_THEIR_CASE = ['no-organ', 'not-yours', 'unknown-case'] as const;

const NOT_THIS_PARTNER = ['signature-invalid', 'partner-revoked'] as const;
const NOT_THIS_ORDER = ['partner-not-permitted', 'unknown-external-id', 'external-id-reused', 'unknown-type'] as const;

const Events = z.object({ events: z.array(z.looseObject({ type: z.string(), at: z.iso.datetime() })) });

/** The pages for people, at the same address. They are no part of the interface, so its description leaves them out. */
export const PAGES = [
  ...['GET /', 'GET /progress', 'GET /privacy'],
  ...['POST /complaints', 'POST /progress', 'POST /supplements', 'GET /photos', 'POST /photos'],
] as const;

/** Every route, in the order of the document. */
export const ROUTES: readonly Route[] = [
  {
    method: 'post',
    path: '/v1/complaints',
    summary: '提交投诉（网页）',
    access: 'open',
    headers: z.object({ 'Idempotency-Key': IdempotencyKey.optional() }),
    body: json(WebForm),
    answers: taken(WebReceipt),
    problems: [
      ...FAULTY_JSON,
      ...([
        'invalid-idempotency-key',
        'unsupported-media-type',
        'idempotency-key-reused',
        'too-many-requests',
      ] as const),
    ],
  },
  {
    method: 'post',
    path: '/v1/uploads',
    summary: '取得上传一张照片的表单',
    access: 'open',
    body: json(UploadRequest),
    answers: ok(json(UploadOffer)),
    problems: [...FAULTY_JSON, 'unsupported-media-type', 'too-many-requests'],
  },
  {
    method: 'get',
    path: '/v1/complaints/{receipt}',
    summary: '凭受理编号和查询码查询进展',
    access: 'open',
    headers: z.object({ 'X-Query-Code': z.string() }),
    answers: ok(json(ProgressView)),
    problems: ['no-such-complaint', 'too-many-requests'],
  },
  {
    method: 'post',
    path: '/v1/complaints/{receipt}/supplements',
    summary: '凭受理编号和查询码补充材料',
    access: 'open',
    headers: z.object({ 'X-Query-Code': z.string(), 'Idempotency-Key': IdempotencyKey.optional() }),
    body: json(SupplementForm),
    answers: taken(SupplementReceipt),
    problems: [
      ...FAULTY_JSON,
      ...([
        'invalid-idempotency-key',
        'no-such-complaint',
        'unsupported-media-type',
        'idempotency-key-reused',
        'too-many-requests',
      ] as const),
    ],
  },
  {
    method: 'get',
    path: '/v1/channels/wechat',
    summary: '微信公众号：验证服务器地址',
    access: 'wechat',
    query: wechatQuery.extend({ echostr: z.string() }),
    answers: ok({ 'text/plain': z.string() }),
    problems: ['signature-invalid'],
  },
  {
    method: 'post',
    path: '/v1/channels/wechat',
    summary: '微信公众号：接收消息（安全模式、兼容模式；明文模式须另行允许）',
    access: 'wechat',
    query: wechatQuery,
    body: WechatBody,
    answers: ok({ 'text/xml': z.string(), 'application/json': SealedJson, 'text/plain': z.literal('success') }),
    problems: ['broken-message', 'signature-invalid', 'seal-invalid', 'plain-mode-refused', 'body-too-large'],
  },
  {
    method: 'get',
    path: '/v1/channels/wecom',
    summary: '企业微信：验证服务器地址',
    access: 'wecom',
    query: wecomQuery.extend({ echostr: z.string() }),
    answers: ok({ 'text/plain': z.string() }),
    problems: ['signature-invalid', 'seal-invalid'],
  },
  {
    method: 'post',
    path: '/v1/channels/wecom',
    summary: '企业微信：接收消息（仅在开通企业微信的省份）',
    access: 'wecom',
    query: wecomQuery,
    body: { 'text/xml': z.string(), 'application/xml': z.string() },
    answers: ok({ 'text/xml': z.string(), 'text/plain': z.literal('') }),
    problems: ['broken-message', 'signature-invalid', 'seal-invalid', 'body-too-large'],
  },
  {
    method: 'post',
    path: '/v1/channels/email',
    summary: '邮件中继：提交一封原始邮件',
    access: 'webhook',
    body: { 'message/rfc822': z.string() },
    answers: taken(z.object({ id: z.string() })),
    problems: ['signature-invalid', 'body-too-large', 'unsupported-media-type'],
  },
  {
    method: 'post',
    path: '/v1/channels/email/uploads',
    summary: '邮件中继：为大邮件申请上传地址',
    access: 'webhook',
    body: json(MailToUpload),
    answers: ok(json(MailUploadOffer)),
    problems: ['broken-json', 'invalid-request', 'signature-invalid', 'body-too-large', 'unsupported-media-type'],
  },
  {
    method: 'post',
    path: '/v1/channels/partners/{partner}',
    summary: '合作单位：转交投诉',
    access: 'webhook',
    body: json(z.union([PartnerOrder, ForeignOrder])),
    answers: taken(PartnerReceipt),
    problems: [...FAULTY_JSON, ...NOT_THIS_PARTNER, ...NOT_THIS_ORDER, 'too-many-requests'],
  },
  {
    method: 'post',
    path: '/v1/channels/partners/{partner}/batches',
    summary: '合作单位：转交一份清单（JSON、CSV或XLSX），逐行给出结果',
    access: 'webhook',
    body: {
      ...Object.fromEntries(LIST_TYPES.map((type) => [type, z.string()])),
      'application/json': z.union([z.array(ForeignOrder), z.object({ orders: z.array(ForeignOrder) })]),
    },
    answers: ok(json(BatchReport)),
    problems: [
      ...(['broken-json', 'unreadable-list', 'too-many-rows', 'body-too-large', 'unsupported-media-type'] as const),
      ...NOT_THIS_PARTNER,
      'too-many-requests',
    ],
  },
  {
    method: 'get',
    path: '/v1/cases',
    summary: '工作人员：事项列表，最紧的时限在前',
    access: 'staff',
    query: WorklistParameters,
    answers: ok(json(Worklist)),
    problems: ['invalid-request', 'no-organ', 'not-yours'],
  },
  {
    method: 'get',
    path: '/v1/cases/{id}',
    summary: '工作人员：查看事项',
    access: 'staff',
    answers: ok(json(CaseView)),
    problems: NOT_THEIR_CASE,
  },
  {
    method: 'get',
    path: '/v1/cases/{id}/events',
    summary: '工作人员：事项的全部记录',
    access: 'staff',
    answers: ok(json(Events)),
    problems: NOT_THEIR_CASE,
  },
  {
    method: 'post',
    path: '/v1/cases/{id}/commands',
    summary: '工作人员：办理事项',
    access: 'staff',
    body: json(CommandBody),
    answers: ok(json(CommandAnswer)),
    problems: [...FAULTY_JSON, ...NOT_THEIR_CASE, 'stale-version', 'unsupported-media-type', 'not-allowed'],
  },
  {
    method: 'get',
    path: '/v1/health',
    summary: '服务是否在线',
    access: 'open',
    answers: ok(json(z.object({ status: z.literal('ok') }))),
    problems: [],
  },
  {
    method: 'get',
    path: '/openapi.json',
    summary: '本接口说明',
    access: 'open',
    answers: ok(json(z.looseObject({ openapi: z.literal('3.1.0') }))),
    problems: [],
  },
];
