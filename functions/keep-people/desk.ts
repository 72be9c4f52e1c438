import { moment } from '../../domain/notices/date-words.ts';
import { mayChangePeople } from '../../domain/roster/people.ts';
import { changePeople, type PeopleAnswer, showChanges, showPeople } from '../../usecases/roster/change-people.ts';
import {
  type DeskDeps,
  type Show,
  seeOther,
  servingDesk,
  type Take,
  type Visit,
  visitPage,
} from '../shared/desk/desk.ts';
import type { Answer } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { contactPage } from './contact-form.ts';
import { showPeopleList, takePeopleForm } from './desk-list.ts';
import { showDigests, takeDigests } from './digests.ts';
import { DIGESTS } from './digests-page.ts';
import type { PeopleListDeps } from './listed-people.ts';
import { othersInLine } from './others-in-line.ts';
import { ROSTER, rosterPage } from './roster-page.ts';
import { readOut, type Typed, wantedIn } from './roster-wanted.ts';

type Deps = PeopleListDeps & DeskDeps;

const GET: Readonly<Record<string, Show<Deps>>> = {
  [`GET ${ROSTER}`]: async (visit, deps) => {
    const { organ = visit.staff.organ, edit, list } = visit.event.queryStringParameters ?? {};
    if (list !== undefined) return await showPeopleList(visit, deps);
    const draft = new URLSearchParams(await deps.drafts.find(visit.staff.sub, ROSTER, deps.clock()));
    const isOfThis =
      draft.get('organ') === organ && !draft.has('list') && (edit === undefined || draft.get('index') === edit);
    if (!isOfThis) return await page(200, visit, deps, organ, { edit });
    const { people } = peopleIn(await showPeople(organ, visit.staff, visit.now, deps));
    const typed = typedIn(draft);
    if (typed('version') !== String(people.version)) return await outrun(200, visit, deps, organ, typed);
    return await page(200, visit, deps, organ, { edit, typed });
  },
  [`GET ${DIGESTS}`]: showDigests,
};

const POST: Readonly<Record<string, Take<Deps>>> = {
  /** One change of an organ's people, on the version that was seen. */
  [`POST ${ROSTER}`]: async (sending, deps) => {
    const { form, staff, now } = sending;
    if (form.value('do')?.startsWith('list')) return await takePeopleForm(sending, deps);
    const organ = form.value('organ') ?? staff.organ;
    const shown = peopleIn(await showPeople(organ, staff, now, deps));
    const expectedVersion = Number(form.value('version') ?? -1);
    if (expectedVersion !== shown.people.version) return await outrun(409, sending, deps, organ, form.value);
    const wanted = wantedIn(form, shown.people.contacts, now);
    const again = { edit: form.value('edit'), typed: form.value };
    if (wanted.kind === 'wrong') return await page(422, sending, deps, organ, { ...again, wrong: wanted.detail });
    const { reason, wanted: people } = wanted;
    const answer = await changePeople({ organ, expectedVersion, reason, wanted: people }, staff, now, deps);
    if (answer.kind === 'refused') return await page(422, sending, deps, organ, { ...again, wrong: answer.detail });
    if (answer.kind === 'stale') return await outrun(409, sending, deps, organ, form.value);
    peopleIn(answer);
    await deps.drafts.forget(staff.sub, ROSTER);
    const done = sending.tell(`${wanted.done}.${form.value('index')}`);
    return seeOther(`${ROSTER}?${new URLSearchParams({ organ, done })}`);
  },
  [`POST ${DIGESTS}`]: takeDigests,
};

/** 通讯录, and one's own digests, at the desk. */
export const createDeskHandler = servingDesk(GET, POST);

const typedIn =
  (draft: URLSearchParams): Typed =>
  (name) =>
    draft.get(name) || undefined;

/**
 * The roster where somebody changed it while another wrote. The place in it that was meant may be another person's by
 * now: no form opens on it, and what was typed is only read out, once.
 */
async function outrun(status: number, visit: Visit, deps: Deps, organ: string, typed: Typed): Promise<Answer> {
  await deps.drafts.forget(visit.staff.sub, ROSTER);
  const [last] = await deps.people.changes(organ);
  const who = last === undefined ? '' : `${last.by.name}于${moment(last.at)}`;
  const wrong = `您打开以后，${who}改过通讯录，下面是现在的。${readOut(typed)}请找到要改的人，再填一次。`;
  return await page(status, visit, deps, organ, { edit: undefined, wrong });
}

function peopleIn(answer: PeopleAnswer): Extract<PeopleAnswer, { kind: 'shown' }> {
  if (answer.kind === 'shown') return answer;
  throw new Refusal(answer.kind === 'unknown' ? 'no-such-organ' : 'not-your-organ');
}

interface Shown {
  /** The place of the person who is changed, where the page is theirs. */
  readonly edit: string | undefined;
  readonly typed?: Typed;
  readonly wrong?: string;
}

async function page(
  status: number,
  visit: Visit,
  deps: Deps,
  organ: string,
  { edit, typed, wrong }: Shown,
): Promise<Answer> {
  const { staff, now } = visit;
  const { organs } = deps.context;
  const { people, notes } = peopleIn(await showPeople(organ, staff, now, deps));
  const mayChange = mayChangePeople(staff, organ, organs);
  const parts = { organ, organNameOf: deps.site.organNameOf, people, key: visit.formFor(ROSTER), wrong, typed };
  if (mayChange && edit !== undefined) {
    const main = contactPage({ ...parts, staff, index: Number(edit) });
    return visitPage(status, visit, deps, { title: '修改通讯录', part: 'roster', main });
  }
  const history = mayChange ? await showChanges(organ, staff, deps) : undefined;
  const main = rosterPage({
    ...{ ...parts, notes, staff, now, mayChange },
    changes: history?.kind === 'changes' ? history.changes : undefined,
    others: othersInLine(staff, organ, organs),
    done: visit.told(visit.event.queryStringParameters?.done)?.split('.'),
  });
  return visitPage(status, visit, deps, { title: '通讯录', part: 'roster', main });
}
