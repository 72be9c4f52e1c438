import * as z from 'zod';
import { AbsenceBody, DigestsBody, PeopleBody, PeopleChanges, PeopleView } from '../keep-people/people-body.ts';
import { ImportQuery, LIST_TYPES, PeopleListReport } from '../keep-people/people-list-body.ts';
import { ABSENCE, CHOSEN, PEOPLE, PEOPLE_ANSWER } from './examples.ts';
import { FAULTY_JSON, json, NOT_STAFF, ok, type Route } from './route.ts';

const NOT_THEIR_ORGAN = [...NOT_STAFF, 'no-such-organ', 'not-your-organ'] as const;
const CHANGING_PEOPLE = [
  ...[...FAULTY_JSON, ...NOT_THEIR_ORGAN],
  ...(['unsupported-media-type', 'stale-people', 'people-not-allowed'] as const),
] as const;

/** What staff ask about whom organs are reached by. */
export const PEOPLE_ROUTES: readonly Route[] = [
  {
    method: 'get',
    path: '/v1/organs/{id}/people',
    id: 'readPeople',
    summary: '工作人员：查看单位的联系人',
    access: 'staff',
    answer: ok(json(PeopleView)),
    problems: NOT_THEIR_ORGAN,
  },
  {
    method: 'get',
    path: '/v1/organs/{id}/people/changes',
    id: 'readPeopleChanges',
    summary: '工作人员：查看联系人的变更记录，最近的在前',
    access: 'staff',
    answer: ok(json(PeopleChanges)),
    problems: NOT_THEIR_ORGAN,
  },
  {
    method: 'post',
    path: '/v1/organs/{id}/people',
    id: 'changePeople',
    summary:
      '工作人员：修改单位的联系人，一分钟内生效；或者导入一份名单（CSV或XLSX，可含下级单位）：先预览，再凭preview和理由生效',
    access: 'staff',
    query: ImportQuery,
    body: { ...json(PeopleBody), ...Object.fromEntries(LIST_TYPES.map((type) => [type, z.string()])) },
    example: PEOPLE,
    answer: ok(json(z.union([PeopleView, PeopleListReport])), PEOPLE_ANSWER),
    problems: [...CHANGING_PEOPLE, 'unreadable-list'],
  },
  {
    method: 'post',
    path: '/v1/organs/{id}/absences',
    id: 'addAbsence',
    summary: '工作人员：登记离岗，其间的通知改发代理人、值班室',
    access: 'staff',
    body: json(AbsenceBody),
    example: ABSENCE,
    answer: ok(json(PeopleView), PEOPLE_ANSWER),
    problems: CHANGING_PEOPLE,
  },
  {
    method: 'post',
    path: '/v1/organs/{id}/digests',
    id: 'chooseDigests',
    summary: '工作人员：选择收哪些汇总通知、用什么方式收；超期清单、未送达清单不能不收',
    access: 'staff',
    body: json(DigestsBody),
    example: CHOSEN,
    answer: ok(json(PeopleView), PEOPLE_ANSWER),
    problems: CHANGING_PEOPLE,
  },
];
