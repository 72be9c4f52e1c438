import * as z from 'zod';
import { DOCX, PapersView } from '../draw-papers/papers-view.ts';
import { json, NOT_THEIR_CASE, ok, type Route } from './route.ts';

/** 文书 of a case, to be handed out. */
export const DOCUMENT_ROUTES: readonly Route[] = [
  {
    method: 'get',
    path: '/v1/cases/{id}/documents',
    id: 'listDocuments',
    summary: '工作人员：可以出具的文书；不能出具的，缺什么',
    access: 'staff',
    answer: ok(json(PapersView)),
    problems: NOT_THEIR_CASE,
  },
  {
    method: 'get',
    path: '/v1/cases/{id}/documents/{kind}',
    id: 'drawDocument',
    summary: '工作人员：出具文书（告知书、移送函、答复意见书等，DOCX）',
    access: 'staff',
    answer: { ...ok({ [DOCX]: z.string() }), headers: z.object({ 'Content-Disposition': z.string() }) },
    problems: [...NOT_THEIR_CASE, 'no-such-paper', 'not-allowed'],
  },
];
