import * as z from 'zod';
import { SupplementBody, SupplementReceipt } from '../accept-supplement/supplement-body.ts';
import { ComplaintBody, WebReceipt } from '../accept-web-complaint/complaint-body.ts';
import { UploadOffer, UploadRequest } from '../offer-upload/handler.ts';
import { IdempotencyKey } from '../shared/idempotency.ts';
import { ProgressView } from '../show-progress/handler.ts';
import { FAULTY_JSON, json, ok, type Route, taken } from './route.ts';

/** What the web form, and whoever holds a receipt, asks for. */
export const CITIZEN_ROUTES: readonly Route[] = [
  {
    method: 'post',
    path: '/v1/complaints',
    summary: '提交投诉（网页）',
    access: 'open',
    headers: z.object({ 'Idempotency-Key': IdempotencyKey.optional() }),
    body: json(ComplaintBody),
    answer: taken(WebReceipt),
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
    answer: ok(json(UploadOffer)),
    problems: [...FAULTY_JSON, 'unsupported-media-type', 'too-many-requests'],
  },
  {
    method: 'get',
    path: '/v1/complaints/{receipt}',
    summary: '凭登记编号和查询码查询进展',
    access: 'open',
    headers: z.object({ 'X-Query-Code': z.string() }),
    answer: ok(json(ProgressView)),
    problems: ['no-such-complaint', 'too-many-requests'],
  },
  {
    method: 'post',
    path: '/v1/complaints/{receipt}/supplements',
    summary: '凭登记编号和查询码补充材料',
    access: 'open',
    headers: z.object({ 'X-Query-Code': z.string(), 'Idempotency-Key': IdempotencyKey.optional() }),
    body: json(SupplementBody),
    answer: taken(SupplementReceipt),
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
];
