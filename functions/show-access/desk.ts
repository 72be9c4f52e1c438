import { addDays, dayOf, instantAt } from '../../domain/calendar/day.ts';
import { type AccessPage, readAccess } from '../../usecases/audit/access-record.ts';
import type { CheckSealsDeps } from '../../usecases/audit/check-seals.ts';
import { type DeskDeps, type Show, showingDesk, type Visit, visitPage } from '../shared/desk/desk.ts';
import { dayTyped, receiptTyped } from '../shared/desk/read-typed.ts';
import { isDay } from '../shared/is-day.ts';
import { traceView } from '../shared/staff/trace-view.ts';
import { accessFile, MOST_ROWS } from './access-file.ts';
import { type AccessAsked, accessPage } from './access-page.ts';
import { mustAudit } from './asked.ts';
import { AccessParameters, type ShowAccessDeps } from './handler.ts';
import { showLedger, showSeals } from './seals.ts';

type Deps = ShowAccessDeps & DeskDeps & CheckSealsDeps;

/** So many days are shown where nobody says since when. */
const DAYS = 30;

/** 查阅记录 of a case or of a person, by days of Beijing. Nothing is read, and nothing put on record, before it is said of whom. */
const access: Show<Deps> = async (visit, deps) => {
  const { staff, event, now } = visit;
  mustAudit(visit);
  const asked = askedIn(visit);
  const { caseId, sub, from, until, cursor } = asked;
  const isSaid = (caseId === '') !== (sub === '');
  const isRight = [from, until].every(isDay) && from <= until && AccessParameters.safeParse({ cursor }).success;
  if (!isSaid || !isRight) {
    const isEmpty = caseId === '' && sub === '' && isRight;
    return visitPage(isEmpty ? 200 : 422, visit, deps, pageOf(asked, deps, isEmpty ? undefined : WRONG));
  }
  const whose = caseId === '' ? { sub } : { caseId };
  const isFile = event.queryStringParameters?.as === 'csv';
  const view = isFile ? { view: 'csv' } : {};
  await traceView('access-read', { ...('caseId' in whose ? whose : { about: sub }), ...view }, staff, event, deps);
  const end = instantAt(addDays(until, 1), '00:00');
  const wanted = { whose, from: instantAt(from, '00:00'), until: end < now ? end : now, cursor };
  if (isFile)
    return (await accessFile(wanted, visit, deps)) ?? visitPage(422, visit, deps, pageOf(asked, deps, TOO_MANY));
  return visitPage(200, visit, deps, pageOf(asked, deps, undefined, await readAccess(wanted, staff, deps)));
};

const TOO_MANY = `超过${MOST_ROWS}条，不能导出，请缩短起止日期`;

const WRONG = '登记编号和人员标识须且只须填一项，日期写成2026-12-31的样子，起不晚于止';

function askedIn({ event, now }: Visit): AccessAsked {
  const { case: caseId = '', sub = '', from, until, cursor } = event.queryStringParameters ?? {};
  const today = dayOf(now);
  return {
    ...{ caseId: receiptTyped(caseId.trim()).slice(0, 100), sub: sub.trim().slice(0, 200), cursor },
    from: from ? dayTyped(from.trim()) : addDays(today, -DAYS),
    until: until ? dayTyped(until.trim()) : today,
  };
}

const pageOf = (asked: AccessAsked, { site, context }: Deps, wrong?: string, found?: AccessPage) =>
  ({
    title: '查阅记录',
    part: 'access',
    main: accessPage({ asked, wrong, found, organNameOf: site.organNameOf, organs: context.organs }),
  }) as const;

/** 查阅记录 and 封存核对 at the desk, for an auditor alone. */
export const createDeskHandler = showingDesk<Deps>({
  'GET /desk/access': access,
  'GET /desk/seals': showSeals,
  'GET /desk/seals/{day}': showLedger,
});
