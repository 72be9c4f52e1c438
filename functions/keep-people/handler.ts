import {
  type ChangePeopleDeps,
  changePeople,
  type PeopleAnswer,
  showChanges,
  showPeople,
  type WantedPeople,
} from '../../usecases/roster/change-people.ts';
import { jsonBody } from '../shared/http/body.ts';
import { type Answer, json } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { deskOf, type Work } from '../shared/staff/desk.ts';
import { idOf } from '../shared/staff/staff.ts';
import { receivedAt } from '../shared/time.ts';
import type { PeopleListDeps } from './listed-people.ts';
import { AbsenceBody, DigestsBody, PeopleBody } from './people-body.ts';
import { takePeopleList } from './people-list.ts';
import { LIST_TYPES } from './people-list-body.ts';

const ROUTES: Readonly<Record<string, Work<PeopleListDeps>>> = {
  'GET /v1/organs/{id}/people': async (event, staff, deps) =>
    answerTo(await showPeople(idOf(event), staff, receivedAt(event), deps)),
  'GET /v1/organs/{id}/people/changes': async (event, staff, deps) => {
    const found = await showChanges(idOf(event), staff, deps);
    return found.kind === 'changes' ? json(200, { changes: found.changes.map(withoutOrgan) }) : answerTo(found);
  },
  'POST /v1/organs/{id}/people': async (event, staff, deps) => {
    if (isList(event)) return await takePeopleList(event, staff, deps);
    const { contacts, ...said } = jsonBody(PeopleBody, event);
    return change({ ...said, organ: idOf(event), wanted: { contacts } }, event, staff, deps);
  },
  'POST /v1/organs/{id}/absences': async (event, staff, deps) => {
    const { expectedVersion, reason, from, to, ...person } = jsonBody(AbsenceBody, event);
    const absence = { ...person, from: utc(from), to: utc(to) };
    return change({ expectedVersion, reason, organ: idOf(event), wanted: { absence } }, event, staff, deps);
  },
  'POST /v1/organs/{id}/digests': async (event, staff, deps) => {
    const { expectedVersion, reason, ...chosen } = jsonBody(DigestsBody, event);
    return change({ expectedVersion, reason, organ: idOf(event), wanted: { chosen } }, event, staff, deps);
  },
};

/** 通讯录: whom each organ is reached by. */
export const createHandler = deskOf(ROUTES);

/** Whatever calls itself no list is JSON, or is refused as if it should be. */
const isList = ({ headers }: Event): boolean =>
  LIST_TYPES.some((type) => (headers['content-type'] ?? '').toLowerCase().startsWith(type));

type Event = Parameters<Work<ChangePeopleDeps>>[0];
type Asker = Parameters<Work<ChangePeopleDeps>>[1];

async function change(wanted: WantedPeople, event: Event, staff: Asker, deps: ChangePeopleDeps): Promise<Answer> {
  return answerTo(await changePeople(wanted, staff, receivedAt(event), deps));
}

function answerTo(answer: PeopleAnswer): Answer {
  switch (answer.kind) {
    case 'shown':
      return json(200, { ...answer.people, notes: answer.notes });
    case 'unknown':
      throw new Refusal('no-such-organ');
    case 'not-yours':
      throw new Refusal('not-your-organ');
    case 'stale':
      throw new Refusal('stale-people', { detail: `通讯录现为第${answer.version}版` });
    case 'refused':
      throw new Refusal('people-not-allowed', { detail: answer.detail });
  }
}

const withoutOrgan = <Change extends { readonly organ: string }>({ organ, ...rest }: Change) => rest;

const utc = (instant: string): string => new Date(instant).toISOString();
