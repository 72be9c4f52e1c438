import { ACCESS_KINDS } from '../../domain/audit/access.ts';
import { dayOf } from '../../domain/calendar/day.ts';
import { ROLES } from '../../domain/case/rights/roles.ts';
import { moment } from '../../domain/notices/date-words.ts';
import { ownProperty } from '../../domain/own-property.ts';
import { type AccessAsked, type AccessPage, readAccess } from '../../usecases/audit/access-record.ts';
import type { DeskDeps, Visit } from '../shared/desk/desk.ts';
import { csvOf } from '../shared/http/csv.ts';
import { fileAnswer } from '../shared/http/file-answer.ts';
import type { Answer } from '../shared/http/http.ts';
import { detailOf } from './access-page.ts';
import type { ShowAccessDeps } from './handler.ts';

/** So many rows one file takes. */
export const MOST_ROWS = 5_000;

const HEADS = ['时间', '人员标识', '单位', '岗位', '做了什么', '详情', '登记编号', '来信'];

/** 查阅记录 as a file for spreadsheet programs, by the same rights as the page; undefined where it would be too long. */
export async function accessFile(
  asked: AccessAsked,
  { staff, now }: Visit,
  deps: ShowAccessDeps & DeskDeps,
): Promise<Answer | undefined> {
  const entries: AccessPage['entries'][number][] = [];
  let cursor: string | undefined;
  do {
    const page = await readAccess({ ...asked, cursor }, staff, deps);
    entries.push(...page.entries);
    cursor = page.cursor;
  } while (cursor !== undefined && entries.length <= MOST_ROWS);
  if (entries.length > MOST_ROWS) return undefined;
  const rows = entries.map((one) => [
    ...[moment(one.at), one.sub, deps.site.organNameOf(one.organ), ownProperty(ROLES, one.role) ?? one.role],
    ...[ownProperty(ACCESS_KINDS, one.what) ?? one.what, detailOf(one), one.caseId ?? '', one.receipt ?? ''],
  ]);
  return fileAnswer(
    Buffer.from(csvOf([HEADS, ...rows], () => true)),
    `access-${dayOf(now)}.csv`,
    'text/csv; charset=utf-8',
  );
}
