import * as z from 'zod';
import { BatchReport, LIST_TYPES } from '../accept-partner-batch/report.ts';
import { ForeignOrder, PartnerOrder, PartnerReceipt } from '../accept-partner-complaint/partner-order.ts';
import { MailToUpload, MailUploadOffer } from '../offer-mail-upload/handler.ts';
import { MAIL, MAIL_OFFER, ORDER, ORDERS, RECEIPT, REPORT } from './examples.ts';
import { type Content, FAULTY_JSON, json, ok, type Route, taken } from './route.ts';

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

const NOT_THIS_PARTNER = ['signature-invalid', 'partner-revoked'] as const;
const NOT_THIS_ORDER = ['partner-not-permitted', 'unknown-external-id', 'external-id-reused', 'unknown-type'] as const;

/** The ways in of platforms, mail hosts and partners. */
export const CHANNEL_ROUTES: readonly Route[] = [
  {
    method: 'get',
    path: '/v1/channels/wechat',
    id: 'verifyWechatAddress',
    summary: '微信公众号：验证服务器地址',
    access: 'wechat',
    query: wechatQuery.extend({ echostr: z.string() }),
    answer: ok({ 'text/plain': z.string() }),
    problems: ['signature-invalid'],
  },
  {
    method: 'post',
    path: '/v1/channels/wechat',
    id: 'receiveWechatMessage',
    summary: '微信公众号：接收消息（安全模式、兼容模式；明文模式须另行允许）',
    access: 'wechat',
    query: wechatQuery,
    body: WechatBody,
    answer: ok({ 'text/xml': z.string(), 'application/json': SealedJson, 'text/plain': z.literal('success') }),
    problems: ['broken-message', 'signature-invalid', 'seal-invalid', 'plain-mode-refused', 'body-too-large'],
  },
  {
    method: 'get',
    path: '/v1/channels/wecom',
    id: 'verifyWecomAddress',
    summary: '企业微信：验证服务器地址',
    access: 'wecom',
    query: wecomQuery.extend({ echostr: z.string() }),
    answer: ok({ 'text/plain': z.string() }),
    problems: ['signature-invalid', 'seal-invalid'],
  },
  {
    method: 'post',
    path: '/v1/channels/wecom',
    id: 'receiveWecomMessage',
    summary: '企业微信：接收消息（仅在开通企业微信的省份）',
    access: 'wecom',
    query: wecomQuery,
    body: { 'text/xml': z.string(), 'application/xml': z.string() },
    answer: ok({ 'text/xml': z.string(), 'text/plain': z.literal('') }),
    problems: ['broken-message', 'signature-invalid', 'seal-invalid', 'body-too-large'],
  },
  {
    method: 'post',
    path: '/v1/channels/email',
    id: 'relayMail',
    summary: '邮件中继：提交一封原始邮件',
    access: 'webhook',
    body: { 'message/rfc822': z.string() },
    answer: taken(z.object({ id: z.string() }), { id: '01J9ZK' }),
    problems: ['signature-invalid', 'body-too-large', 'unsupported-media-type'],
  },
  {
    method: 'post',
    path: '/v1/channels/email/uploads',
    id: 'requestMailUpload',
    summary: '邮件中继：为大邮件申请上传地址',
    access: 'webhook',
    body: json(MailToUpload),
    example: MAIL,
    answer: ok(json(MailUploadOffer), MAIL_OFFER),
    problems: ['broken-json', 'invalid-request', 'signature-invalid', 'body-too-large', 'unsupported-media-type'],
  },
  {
    method: 'post',
    path: '/v1/channels/partners/{partner}',
    id: 'handOverOrder',
    summary: '合作单位：转交投诉',
    access: 'webhook',
    body: json(z.union([PartnerOrder, ForeignOrder])),
    example: ORDER,
    answer: taken(PartnerReceipt, RECEIPT),
    problems: [
      ...FAULTY_JSON,
      ...NOT_THIS_PARTNER,
      ...NOT_THIS_ORDER,
      ...(['unsupported-media-type', 'too-many-requests'] as const),
    ],
  },
  {
    method: 'post',
    path: '/v1/channels/partners/{partner}/batches',
    id: 'handOverList',
    summary: '合作单位：转交一份清单（JSON、CSV或XLSX），逐行给出结果',
    access: 'webhook',
    body: {
      ...Object.fromEntries(LIST_TYPES.map((type) => [type, z.string()])),
      'application/json': z.union([z.array(ForeignOrder), z.object({ orders: z.array(ForeignOrder) })]),
    },
    example: ORDERS,
    answer: ok(json(BatchReport), REPORT),
    problems: [
      ...(['broken-json', 'unreadable-list', 'too-many-rows', 'body-too-large', 'unsupported-media-type'] as const),
      ...NOT_THIS_PARTNER,
      'too-many-requests',
    ],
  },
];
