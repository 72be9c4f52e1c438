import { mayChangePeople } from '../../domain/roster/people.ts';
import {
  type ChangePeopleDeps,
  changePeople,
  type PeopleAnswer,
  showChanges,
  showPeople,
} from '../../usecases/roster/change-people.ts';
import {
  type DeskDeps,
  type Sending,
  type Show,
  seeOther,
  servingDesk,
  type Take,
  type Visit,
  visitPage,
} from '../shared/desk/desk.ts';
import type { Answer } from '../shared/http.ts';
import { Refusal } from '../shared/problem.ts';
import { contactPage } from './contact-form.ts';
import { showDigests, takeDigests } from './digests.ts';
import { DIGESTS } from './digests-page.ts';
import { othersInLine } from './others-in-line.ts';
import { ROSTER, rosterPage } from './roster-page.ts';
import { type Wanted, wantedIn } from './roster-wanted.ts';

type Deps = ChangePeopleDeps & DeskDeps;

const GET: Readonly<Record<string, Show<Deps>>> = {
  [`GET ${ROSTER}`]: async (visit, deps) => {
    const { organ, edit } = visit.event.queryStringParameters ?? {};
    return await page(200, visit, deps, organ ?? visit.staff.organ, edit);
  },
  [`GET ${DIGESTS}`]: showDigests,
};

const POST: Readonly<Record<string, Take<Deps>>> = {
  /** One change of an organ's people, on the version that was seen. */
  [`POST ${ROSTER}`]: async (sending, deps) => {
    const { form, staff, now } = sending;
    const organ = form.value('organ') ?? staff.organ;
    const shown = peopleIn(await showPeople(organ, staff, now, deps));
    const wanted = wantedIn(form, shown.people.contacts, now);
    if (wanted.kind === 'wrong') return await page(422, sending, deps, organ, form.value('edit'), wanted);
    const expectedVersion = Number(form.value('version') ?? -1);
    const { reason, wanted: people } = wanted;
    const answer = await changePeople({ organ, expectedVersion, reason, wanted: people }, staff, now, deps);
    if (answer.kind === 'refused' || answer.kind === 'stale')
      return await page(answer.kind === 'stale' ? 409 : 422, sending, deps, organ, form.value('edit'), told(answer));
    peopleIn(answer);
    return seeOther(`${ROSTER}?${new URLSearchParams({ organ, done: wanted.done })}`);
  },
  [`POST ${DIGESTS}`]: takeDigests,
};

/** 通讯录, and one's own digests, at the desk. */
export const createDeskHandler = servingDesk(GET, POST);

type Wrong = Extract<Wanted, { kind: 'wrong' }>;

const told = (answer: Extract<PeopleAnswer, { kind: 'refused' | 'stale' }>): Wrong => ({
  kind: 'wrong',
  detail:
    answer.kind === 'refused' ? answer.detail : '您打开以后，通讯录有了变化，没有改动。下面是现在的，请核对后再改。',
});

function peopleIn(answer: PeopleAnswer): Extract<PeopleAnswer, { kind: 'shown' }> {
  if (answer.kind === 'shown') return answer;
  throw new Refusal(answer.kind === 'unknown' ? 'no-such-organ' : 'not-your-organ');
}

async function page(
  status: number,
  visit: Visit | Sending,
  deps: Deps,
  organ: string,
  edit: string | undefined,
  wrong?: Wrong,
): Promise<Answer> {
  const { staff, now } = visit;
  const { organs } = deps.context;
  const { people, notes } = peopleIn(await showPeople(organ, staff, now, deps));
  const mayChange = mayChangePeople(staff, organ, organs);
  const typed = 'form' in visit ? visit.form.value : undefined;
  const parts = { organ, organNameOf: deps.site.organNameOf, people, key: visit.formFor(ROSTER), wrong: wrong?.detail };
  if (mayChange && edit !== undefined) {
    const main = contactPage({ ...parts, index: Number(edit), typed });
    return visitPage(status, visit, deps, { title: '修改通讯录', part: 'roster', main });
  }
  const history = mayChange ? await showChanges(organ, staff, deps) : undefined;
  const main = rosterPage({
    ...{ ...parts, notes, staff, now, mayChange },
    changes: history?.kind === 'changes' ? history.changes : undefined,
    others: othersInLine(staff, organ, organs),
    done: visit.event.queryStringParameters?.done,
  });
  return visitPage(status, visit, deps, { title: '通讯录', part: 'roster', main });
}
