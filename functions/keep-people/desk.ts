import { moment } from '../../domain/notices/words.ts';
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
import { type Typed, wantedIn } from './roster-wanted.ts';

type Deps = ChangePeopleDeps & DeskDeps;

const GET: Readonly<Record<string, Show<Deps>>> = {
  [`GET ${ROSTER}`]: async (visit, deps) => {
    const { organ = visit.staff.organ, edit } = visit.event.queryStringParameters ?? {};
    const draft = new URLSearchParams(await deps.drafts.find(visit.staff.sub, ROSTER, deps.clock()));
    const isOfThis = draft.get('organ') === organ && (edit === undefined || draft.get('index') === edit);
    return await page(200, visit, deps, organ, { edit, ...(isOfThis && { typed: typedIn(draft) }) });
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
    const again = { edit: form.value('edit'), typed: form.value };
    if (wanted.kind === 'wrong') return await page(422, sending, deps, organ, { ...again, wrong: wanted.detail });
    const expectedVersion = Number(form.value('version') ?? -1);
    const { reason, wanted: people } = wanted;
    const answer = await changePeople({ organ, expectedVersion, reason, wanted: people }, staff, now, deps);
    if (answer.kind === 'refused') return await page(422, sending, deps, organ, { ...again, wrong: answer.detail });
    if (answer.kind === 'stale')
      return await page(409, sending, deps, organ, { ...again, wrong: await changedBy(organ, deps) });
    peopleIn(answer);
    await deps.drafts.forget(staff.sub, ROSTER);
    return seeOther(`${ROSTER}?${new URLSearchParams({ organ, done: wanted.done })}`);
  },
  [`POST ${DIGESTS}`]: takeDigests,
};

/** 通讯录, and one's own digests, at the desk. */
export const createDeskHandler = servingDesk(GET, POST);

const typedIn =
  (draft: URLSearchParams): Typed =>
  (name) =>
    draft.get(name) || undefined;

/** Who changed the roster while somebody wrote, and when. */
async function changedBy(organ: string, { people }: Deps): Promise<string> {
  const [last] = await people.changes(organ);
  const who = last === undefined ? '' : `${last.by.name}于${moment(last.at)}`;
  return `您打开以后，${who}改过通讯录。下面是现在的，您写的也还在，请核对后再改。`;
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
    const main = contactPage({ ...parts, index: Number(edit) });
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
