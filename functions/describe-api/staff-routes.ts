import { CommandAnswer, CommandBody } from '../command-case/command-body.ts';
import { CaseView } from '../shared/staff/case-view.ts';
import { ListView } from '../shared/staff/list-view.ts';
import { ListParameters } from '../show-cases/list-parameters.ts';
import { Record } from '../show-cases/record-view.ts';
import { COMMAND, COMMAND_ANSWER } from './examples.ts';
import { elsewhere, FAULTY_JSON, json, ok, type Route } from './route.ts';

const NOT_STAFF = ['no-organ', 'no-person', 'no-role', 'not-your-role'] as const;
const NOT_THEIR_CASE = [...NOT_STAFF, 'not-yours', 'unknown-case'] as const;

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
    path: '/v1/cases/{id}/complaints/{receipt}/attachments/{number}',
    id: 'openAttachment',
    summary: '工作人员：打开附件，转到五分钟内有效的下载地址',
    access: 'staff',
    answer: elsewhere,
    problems: [...NOT_THEIR_CASE, 'no-such-attachment'],
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
];
