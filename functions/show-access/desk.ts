import { addDays, dayOf, instantAt } from '../../domain/calendar/day.ts';
import { type AccessPage, readAccess } from '../../usecases/audit/access-record.ts';
import { type DeskDeps, type Show, showingDesk, type Visit, visitPage } from '../shared/desk/desk.ts';
import { Refusal } from '../shared/problem.ts';
import { traceView } from '../shared/staff/trace-view.ts';
import { type AccessAsked, accessPage } from './access-page.ts';
import { AccessParameters, type ShowAccessDeps } from './handler.ts';

type Deps = ShowAccessDeps & DeskDeps;

/** So many days are shown where nobody says since when. */
const DAYS = 30;

/** 查阅记录 of a case or of a person, by days of Beijing. Nothing is read, and nothing put on record, before it is said of whom. */
const access: Show<Deps> = async (visit, deps) => {
  const { staff, event, now } = visit;
  if (staff.role !== 'auditor') throw new Refusal('not-your-role');
  const asked = askedIn(visit);
  const { caseId, sub, from, until, cursor } = asked;
  const isSaid = (caseId === '') !== (sub === '');
  const isRight = [from, until].every(isDay) && from <= until && AccessParameters.safeParse({ cursor }).success;
  if (!isSaid || !isRight) {
    const isEmpty = caseId === '' && sub === '' && isRight;
    return visitPage(isEmpty ? 200 : 422, visit, deps, pageOf(asked, deps, isEmpty ? undefined : WRONG));
  }
  const whose = caseId === '' ? { sub } : { caseId };
  await traceView('access-read', { ...('caseId' in whose ? whose : { about: sub }) }, staff, event, deps);
  const end = instantAt(addDays(until, 1), '00:00');
  const wanted = { whose, from: instantAt(from, '00:00'), until: end < now ? end : now, cursor };
  return visitPage(200, visit, deps, pageOf(asked, deps, undefined, await readAccess(wanted, staff, deps)));
};

const WRONG = '登记编号和人员标识须且只须填一项，日期写成2026-12-31的样子，起不晚于止';

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

function askedIn({ event, now }: Visit): AccessAsked {
  const { case: caseId = '', sub = '', from, until, cursor } = event.queryStringParameters ?? {};
  const today = dayOf(now);
  return {
    ...{ caseId: caseId.trim().slice(0, 100), sub: sub.trim().slice(0, 200), cursor },
    from: from || addDays(today, -DAYS),
    until: until || today,
  };
}

const pageOf = (asked: AccessAsked, { site }: Deps, wrong?: string, found?: AccessPage) =>
  ({
    title: '查阅记录',
    part: 'access',
    main: accessPage({ asked, wrong, found, organNameOf: site.organNameOf }),
  }) as const;

/** 查阅记录 at the desk, for an auditor alone. */
export const createDeskHandler = showingDesk<Deps>({ 'GET /desk/access': access });
