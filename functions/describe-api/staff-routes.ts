import * as z from 'zod';
import { BatchAnswer, BatchBody } from '../command-case/batch-body.ts';
import { CommandAnswer, CommandBody } from '../command-case/command-body.ts';
import { HandOverAnswer, HandOverBody } from '../command-case/hand-over-body.ts';
import { ExportParameters, MEDIA_TYPES } from '../export-cases/export-parameters.ts';
import { MaterialRequest } from '../offer-material/handler.ts';
import { RevealAnswer, RevealBody } from '../reveal-complainant/reveal-body.ts';
import { CaseView } from '../shared/staff/case-view.ts';
import { ListParameters } from '../shared/staff/list-parameters.ts';
import { ListView } from '../shared/staff/list-view.ts';
import { NoticesView } from '../shared/staff/notices-view.ts';
import { IdempotencyKey } from '../shared/submission/idempotency.ts';
import { UploadOffer } from '../shared/submission/upload-offer.ts';
import { AccessParameters, AccessView } from '../show-access/handler.ts';
import { OrgansView } from '../show-cases/organs-view.ts';
import { Record } from '../show-cases/record-view.ts';
import { DOCUMENT_ROUTES } from './document-routes.ts';
import { BATCH, COMMAND, COMMAND_ANSWER } from './examples.ts';
import { PEOPLE_ROUTES } from './people-routes.ts';
import { elsewhere, FAULTY_JSON, json, NOT_STAFF, NOT_THEIR_CASE, ok, type Route } from './route.ts';

/** What staff ask for, with a token. */
export const STAFF_ROUTES: readonly Route[] = [
  {
    method: 'get',
    path: '/v1/cases',
    id: 'listCases',
    summary: '工作人员：事项列表，分组计数，最紧的时限在前',
    access: 'staff',
    query: ListParameters,
    answer: ok(json(ListView)),
    problems: [...NOT_STAFF, 'invalid-request', 'not-yours'],
  },
  {
    method: 'get',
    path: '/v1/cases/export',
    id: 'exportCases',
    summary: '工作人员：导出事项列表（台账），至多5000件，CSV或XLSX',
    access: 'staff',
    query: ExportParameters,
    answer: {
      ...ok({ [MEDIA_TYPES.csv]: z.string(), [MEDIA_TYPES.xlsx]: z.string() }),
      headers: z.object({ 'Content-Disposition': z.string() }),
    },
    problems: [...NOT_STAFF, 'invalid-request', 'not-yours', 'not-recorded'],
  },
  {
    method: 'get',
    path: '/v1/cases/{id}',
    id: 'readCase',
    summary: '工作人员：查看事项',
    access: 'staff',
    answer: ok(json(CaseView)),
    problems: NOT_THEIR_CASE,
  },
  {
    method: 'get',
    path: '/v1/cases/{id}/events',
    id: 'readCaseEvents',
    summary: '工作人员：事项的全部记录',
    access: 'staff',
    answer: ok(json(Record)),
    problems: NOT_THEIR_CASE,
  },
  {
    method: 'get',
    path: '/v1/cases/{id}/notices',
    id: 'readCaseNotices',
    summary: '工作人员：事项的全部通知，发给谁、何时、以何方式、原文和送达情况，最近的在前',
    access: 'staff',
    answer: ok(json(NoticesView)),
    problems: NOT_THEIR_CASE,
  },
  {
    method: 'get',
    path: '/v1/cases/{id}/print',
    id: 'printCase',
    summary: '工作人员：案卷打印页（A4，照片在内）',
    access: 'staff',
    answer: { ...ok({ 'text/html': z.string() }), headers: z.object({ 'Content-Language': z.literal('zh-CN') }) },
    problems: [...NOT_THEIR_CASE, 'not-recorded'],
  },
  {
    method: 'get',
    path: '/v1/cases/{id}/papers/{number}',
    id: 'printPaper',
    summary: '工作人员：移送函、推送函、督办单打印页；number 为发出它的记录序号',
    access: 'staff',
    answer: { ...ok({ 'text/html': z.string() }), headers: z.object({ 'Content-Language': z.literal('zh-CN') }) },
    problems: [...NOT_THEIR_CASE, 'no-such-paper'],
  },
  {
    method: 'get',
    path: '/v1/cases/{id}/archive',
    id: 'archiveCase',
    summary: '工作人员：案卷打包（ZIP，可离线查看），转到五分钟内有效的下载地址',
    access: 'staff',
    answer: elsewhere,
    problems: [...NOT_THEIR_CASE, 'not-recorded'],
  },
  ...DOCUMENT_ROUTES,
  {
    method: 'get',
    path: '/v1/cases/{id}/complaints/{receipt}/attachments/{number}',
    id: 'openAttachment',
    summary: '工作人员：打开附件，转到五分钟内有效的下载地址',
    access: 'staff',
    answer: elsewhere,
    problems: [...NOT_THEIR_CASE, 'no-such-attachment', 'not-recorded'],
  },
  {
    method: 'get',
    path: '/v1/cases/{id}/materials/{number}',
    id: 'openMaterial',
    summary: '工作人员：打开办理材料，转到五分钟内有效的下载地址',
    access: 'staff',
    answer: elsewhere,
    problems: [...NOT_THEIR_CASE, 'no-such-attachment', 'not-recorded'],
  },
  {
    method: 'post',
    path: '/v1/cases/{id}/uploads',
    id: 'offerMaterial',
    summary: '工作人员：取得上传办理材料的表单，上传后用attach添加',
    access: 'staff',
    body: json(MaterialRequest),
    example: { mediaType: 'application/pdf' },
    answer: ok(json(UploadOffer)),
    problems: [...FAULTY_JSON, ...NOT_THEIR_CASE, 'unsupported-media-type', 'not-allowed'],
  },
  {
    method: 'post',
    path: '/v1/cases/{id}/commands',
    id: 'commandCase',
    summary: '工作人员：办理事项',
    access: 'staff',
    body: json(CommandBody),
    example: COMMAND,
    answer: ok(json(CommandAnswer), COMMAND_ANSWER),
    problems: [...FAULTY_JSON, ...NOT_THEIR_CASE, 'stale-version', 'unsupported-media-type', 'not-allowed'],
  },
  {
    method: 'post',
    path: '/v1/cases/batch',
    id: 'commandCases',
    summary: '工作人员：对至多100件事项作同一操作（受理、交办、分办、移交），逐件答复结果；重复提交不会重复办理',
    access: 'staff',
    headers: z.object({ 'Idempotency-Key': IdempotencyKey }),
    body: json(BatchBody),
    example: BATCH,
    answer: ok(json(BatchAnswer)),
    problems: [
      ...FAULTY_JSON,
      ...NOT_STAFF,
      ...(['unsupported-media-type', 'invalid-idempotency-key', 'idempotency-key-reused'] as const),
    ],
  },
  {
    method: 'get',
    path: '/v1/organs',
    id: 'listOrgans',
    summary: '工作人员：责任单位及其代码',
    access: 'staff',
    answer: ok(json(OrgansView)),
    problems: NOT_STAFF,
  },
  {
    method: 'post',
    path: '/v1/officers/{sub}/hand-over',
    id: 'handOverAll',
    summary: '工作人员：移交一名责任人在本单位主办、协办的全部未结事项，每次一页；重复提交不会重复移交',
    access: 'staff',
    body: json(HandOverBody),
    example: { to: { sub: 'u-0043', name: '李和光' }, reason: '休假' },
    answer: ok(json(HandOverAnswer)),
    problems: [...FAULTY_JSON, ...NOT_STAFF, 'unsupported-media-type'],
  },
  {
    method: 'post',
    path: '/v1/cases/{id}/complainant',
    id: 'revealComplainant',
    summary: '工作人员：查看信访人联系方式，须说明事由，每次都有记录；五分钟后不再显示',
    access: 'staff',
    body: json(RevealBody),
    example: { reason: 'facts' },
    answer: ok(json(RevealAnswer)),
    problems: [...FAULTY_JSON, ...NOT_THEIR_CASE, 'unsupported-media-type', 'not-allowed', 'not-recorded'],
  },
  {
    method: 'get',
    path: '/v1/access',
    id: 'readAccess',
    summary: '审计人员：查阅记录，何人何时看过什么；本次查询也会记录',
    access: 'staff',
    query: AccessParameters,
    answer: ok(json(AccessView)),
    problems: [...NOT_STAFF, 'invalid-request', 'not-recorded'],
  },
  ...PEOPLE_ROUTES,
];
