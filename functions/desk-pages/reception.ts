import { addDays, type Day, dayOf } from '../../domain/calendar/day.ts';
import { nameOfEvent } from '../../domain/case/acts.ts';
import { ENTERING } from '../../domain/case/rights/rights.ts';
import type { Appointment, KeptReception } from '../../domain/desk/reception.ts';
import { moment } from '../../domain/notices/date-words.ts';
import type { CaseReader } from '../../usecases/cases/command-case.ts';
import { arrangeReception, type ReceptionDeps } from '../../usecases/desk/receptions.ts';
import { visibleCase } from '../../usecases/staff/visible-case.ts';
import {
  type DeskDeps,
  type Sending,
  type Show,
  seeOther,
  type Take,
  type Visit,
  visitPage,
} from '../shared/desk/desk.ts';
import { Refusal } from '../shared/http/problem.ts';
import { isDay } from '../shared/is-day.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { type Comer, receptionPage } from './reception-page.ts';
import { receptionTyped, type TypedReception, typedOf, withCase } from './reception-typed.ts';

interface Deps extends DeskDeps, ReceptionDeps {
  readonly cases: Pick<CaseReader, 'load' | 'events'>;
}

const PATH = '/desk/reception';

/** 领导接访: who comes on a day, about which case; to be printed, and changed by whoever meets the public. */
export const showReception: Show<Deps> = async (visit, deps) => {
  mustReceive(visit);
  const { on, case: caseId } = visit.event.queryStringParameters ?? {};
  const today = dayOf(visit.now);
  const draft = new URLSearchParams(await deps.drafts.find(visit.staff.sub, PATH, deps.clock()));
  const day = on !== undefined && isDay(on) ? on : today;
  const kept = await deps.receptions.find(visit.staff.organ, day);
  if (draft.get('on') !== day)
    return await page(200, visit, deps, { day, kept, typed: withCase(typedOf(kept), caseId) });
  const typed: TypedReception = withCase((name) => draft.get(name) ?? undefined, caseId);
  const typedUpon = Number(draft.get('version') ?? 0);
  const remark = kept !== undefined && kept.version > typedUpon ? changedBy(kept) : KEPT;
  return await page(200, visit, deps, { day, kept, typed, remark });
};

export const takeReception: Take<Deps> = async (sending, deps) => {
  mustReceive(sending);
  const { form, staff, now } = sending;
  const day = form.value('on') ?? '';
  if (!isDay(day)) throw new Refusal('invalid-request');
  const typed: TypedReception = (name) => form.value(name);
  const version = Number(form.value('version') ?? 0);
  const again = async (status: number, more: Pick<Shown, 'remark' | 'errors'>, at = version) => {
    const kept = await deps.receptions.find(staff.organ, day);
    return await page(status, sending, deps, { day, kept, typed, version: at, ...more });
  };
  const read = receptionTyped(typed);
  if (read.kind === 'wrong') return await again(422, { errors: read.errors });
  const arranged = await arrangeReception(day, read.reception, version, staff, now, deps);
  if (arranged.kind === 'not-theirs') return await again(422, { errors: read.strange(arranged.appointments) });
  if (arranged.kind === 'stale') return await again(409, { remark: changedBy(arranged.by) }, arranged.by.version);
  await deps.drafts.forget(staff.sub, PATH);
  return seeOther(`${PATH}?on=${day}`);
};

const KEPT = html`<p class="note done" role="status">您写的内容都还在，请核对后保存。</p>`;

const changedBy = ({ changedBy: name, changedAt }: KeptReception): Html =>
  html`<p class="note warn" role="alert">您填写期间，${name}于${moment(changedAt)}改过这一天的安排，上面是改后的样子，您写的还没有保存。核对下面的内容后仍要保存的，请再点一次。</p>`;

function mustReceive({ staff }: Visit): void {
  if (!ENTERING.some((role) => role === staff.role)) throw new Refusal('not-your-role');
}

interface Shown {
  readonly day: Day;
  readonly kept: KeptReception | undefined;
  /** What stands in the form; what is kept, where nothing was typed. */
  readonly typed?: TypedReception;
  readonly version?: number;
  readonly errors?: Parameters<typeof receptionPage>[0]['errors'];
  readonly remark?: Html;
}

async function page(status: number, visit: Visit | Sending, deps: Deps, shown: Shown) {
  const { day, kept, typed = typedOf(kept), version = kept?.version ?? 0, errors = [], remark } = shown;
  const comers = await Promise.all((kept?.appointments ?? []).map((one) => comerOf(one, day, visit, deps)));
  const main = receptionPage({
    ...{ day, kept, comers, typed, version, errors, remark },
    before: addDays(day, -1),
    after: addDays(day, 1),
    organName: deps.site.organNameOf(visit.staff.organ),
    key: visit.formFor(PATH),
  });
  return visitPage(status, visit, deps, { title: '领导接访', part: 'reception', main });
}

/** What stands of the case now, and what one's own organ did with it on that day. */
async function comerOf(appointment: Appointment, day: Day, { staff }: Visit, deps: Deps): Promise<Comer> {
  const found = await visibleCase(appointment.caseId, staff, deps);
  if (found.kind !== 'shown') return { appointment, done: [] };
  const events = await deps.cases.events(appointment.caseId);
  const done = events
    .filter(({ at, actor }) => dayOf(at) === day && actor.kind === 'staff' && actor.organ === staff.organ)
    .map(nameOfEvent);
  return { appointment, state: found.value, done };
}
