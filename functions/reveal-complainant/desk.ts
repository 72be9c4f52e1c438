import { REVEAL_REASONS, type RevealReason, revealContact } from '../../domain/case/acts/reveal-contact.ts';
import type { Case } from '../../domain/case/case.ts';
import { obstacleTo } from '../../domain/case/commands/obstacle.ts';
import { ownProperty } from '../../domain/own-property.ts';
import type { RevealContactDeps } from '../../usecases/staff/reveal-contact.ts';
import { visibleCase } from '../../usecases/staff/visible-case.ts';
import {
  type DeskDeps,
  type Sending,
  type Show,
  servingDesk,
  type Take,
  type Visit,
  visitPage,
} from '../shared/desk/desk.ts';
import { listOf } from '../shared/desk/paths.ts';
import type { Answer } from '../shared/http/http.ts';
import { answerTo } from '../shared/staff/command-answer.ts';
import { shown } from '../shared/staff/shown.ts';
import { type TraceDeps, traceView } from '../shared/staff/trace-view.ts';
import { reveal } from './reveal.ts';
import { type RevealForm, revealedPage, revealForm } from './reveal-pages.ts';

type Deps = RevealContactDeps & TraceDeps & DeskDeps;

const ROUTE = '/desk/cases/{id}/complainant';
/** So long it may be seen: then the browser goes on to the case. */
const SECONDS = 300;

const GET: Readonly<Record<string, Show<Deps>>> = {
  [`GET ${ROUTE}`]: async (visit, deps) => {
    const { staff, event } = visit;
    const draft = new URLSearchParams(await deps.drafts.find(staff.sub, event.rawPath, deps.clock()));
    const list = listOf(event.queryStringParameters ?? {});
    return formPage(200, visit, deps, await caseOf(visit, deps), {
      list,
      typed: (name) => draft.get(name) ?? undefined,
    });
  },
};

const POST: Readonly<Record<string, Take<Deps>>> = {
  /** Each look is a record of its own, also where the same form is sent twice. */
  [`POST ${ROUTE}`]: async (sending, deps) => {
    const { form, staff, event, now } = sending;
    const list = listOf(Object.fromEntries(new URLSearchParams(form.value('list') ?? '')));
    const state = await caseOf(sending, deps);
    const reason = reasonIn(sending);
    const again = { list, typed: form.value };
    if (reason === undefined) return formPage(422, sending, deps, state, { ...again, wrong: '请选择事由' });
    const asked = { caseId: state.id, reason, receipt: form.value('receipt') };
    const found = await reveal(asked, staff, now, deps);
    if (found.kind === 'refused') return formPage(422, sending, deps, state, { ...again, wrong: found.detail });
    if (found.kind !== 'revealed') return answerTo(found);
    await deps.drafts.forget(staff.sub, event.rawPath);
    await traceView('contact-revealed', { caseId: state.id, receipt: found.receipt }, staff, event, deps);
    const back = `/desk/cases/${state.id}${list}`;
    const answer = visitPage(200, sending, deps, {
      title: '联系方式',
      part: 'list',
      main: revealedPage(found, REVEAL_REASONS[reason], back),
    });
    return { ...answer, headers: { ...answer.headers, refresh: `${SECONDS}; url=${back}` } };
  },
};

/** Who the complainant is, at the desk: the reason first. */
export const createDeskHandler = servingDesk(GET, POST);

const reasonIn = ({ form }: Sending): RevealReason | undefined => {
  const typed = form.value('reason') ?? '';
  return ownProperty(REVEAL_REASONS, typed) === undefined ? undefined : (typed as RevealReason);
};

const caseOf = async ({ event, staff }: Visit, deps: Deps): Promise<Case> =>
  shown(await visibleCase(event.pathParameters?.id ?? '', staff, deps));

type Asked = Pick<RevealForm, 'list' | 'typed'> & { readonly wrong?: string };

function formPage(status: number, visit: Visit, deps: Deps, state: Case, { wrong, ...asked }: Asked): Answer {
  const { staff, now, event } = visit;
  const refused = obstacleTo(revealContact, state, { ...deps.context, now, actor: staff });
  const page: RevealForm = {
    ...{ state, ...asked, wrong, key: visit.formFor(event.rawPath) },
    obstacle: refused?.detail,
  };
  return visitPage(status, visit, deps, { title: '查看信访人联系方式', part: 'list', main: revealForm(page) });
}
