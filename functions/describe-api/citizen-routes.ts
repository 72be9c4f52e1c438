import * as z from 'zod';
import { SupplementBody, SupplementReceipt } from '../accept-supplement/supplement-body.ts';
import { ComplaintBody, WebReceipt } from '../accept-web-complaint/complaint-body.ts';
import { UploadRequest } from '../offer-upload/handler.ts';
import { RatingAnswer, RatingBody } from '../rate-answer/rating-body.ts';
import { IdempotencyKey } from '../shared/submission/idempotency.ts';
import { UploadOffer } from '../shared/submission/upload-offer.ts';
import { ProgressView } from '../show-progress/handler.ts';
import { ProofView } from '../show-proof/handler.ts';
import {
  COMPLAINT,
  PROGRESS,
  PROOF,
  RATING,
  RATING_ANSWER,
  RECEIPT,
  SUPPLEMENT,
  SUPPLEMENT_RECEIPT,
  UPLOAD,
  UPLOAD_OFFER,
} from './examples.ts';
import { FAULTY_JSON, json, ok, type Route, taken } from './route.ts';

/** What the web form, and whoever holds a receipt, asks for. */
export const CITIZEN_ROUTES: readonly Route[] = [
  {
    method: 'post',
    path: '/v1/complaints',
    id: 'submitComplaint',
    summary: '提交投诉（网页）',
    access: 'open',
    headers: z.object({ 'Idempotency-Key': IdempotencyKey.optional() }),
    body: json(ComplaintBody),
    example: COMPLAINT,
    answer: taken(WebReceipt, RECEIPT),
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
    id: 'requestUpload',
    summary: '取得上传一张照片的表单',
    access: 'open',
    body: json(UploadRequest),
    example: UPLOAD,
    answer: ok(json(UploadOffer), UPLOAD_OFFER),
    problems: [...FAULTY_JSON, 'unsupported-media-type', 'too-many-requests'],
  },
  {
    method: 'get',
    path: '/v1/complaints/{receipt}',
    id: 'readProgress',
    summary: '凭登记编号和查询码查询进展',
    access: 'open',
    headers: z.object({ 'X-Query-Code': z.string() }),
    answer: ok(json(ProgressView), PROGRESS),
    problems: ['no-such-complaint', 'too-many-requests'],
  },
  {
    method: 'get',
    path: '/v1/complaints/{receipt}/proof',
    id: 'readProof',
    summary: '凭登记编号和查询码取得计入证明',
    access: 'open',
    headers: z.object({ 'X-Query-Code': z.string() }),
    answer: ok(json(ProofView), PROOF),
    problems: ['no-such-complaint', 'not-counted', 'too-many-requests'],
  },
  {
    method: 'post',
    path: '/v1/complaints/{receipt}/rating',
    id: 'rateAnswer',
    summary: '凭登记编号和查询码评价办理结果',
    access: 'open',
    headers: z.object({ 'X-Query-Code': z.string() }),
    body: json(RatingBody),
    example: RATING,
    answer: ok(json(RatingAnswer), RATING_ANSWER),
    problems: [...FAULTY_JSON, 'no-such-complaint', 'not-allowed', 'unsupported-media-type', 'too-many-requests'],
  },
  {
    method: 'post',
    path: '/v1/complaints/{receipt}/supplements',
    id: 'addSupplement',
    summary: '凭登记编号和查询码补充材料',
    access: 'open',
    headers: z.object({ 'X-Query-Code': z.string(), 'Idempotency-Key': IdempotencyKey.optional() }),
    body: json(SupplementBody),
    example: SUPPLEMENT,
    answer: taken(SupplementReceipt, SUPPLEMENT_RECEIPT),
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
