import { mayChangePeople } from '../../domain/roster/people.ts';
import { rowsOfPeople } from '../../domain/roster/people-list.ts';
import { peopleOf } from '../../usecases/roster/change-people.ts';
import { importPeople } from '../../usecases/roster/import-people.ts';
import {
  type DeskDeps,
  type Sending,
  type Show,
  seeOther,
  type Take,
  type Visit,
  visitPage,
} from '../shared/desk/desk.ts';
import type { Answer } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import type { Html } from '../shared/pages/html.ts';
import { listPage, MOST_CHARACTERS, previewPage } from './list-page.ts';
import { faultsIn, idsUnder, type ListedPeople, listedPeople, type PeopleListDeps } from './listed-people.ts';
import { ROSTER } from './roster-page.ts';

type Deps = PeopleListDeps & DeskDeps;

/** The people of an organ and of those below it as a list, or what somebody was typing before they were logged out. */
export const showPeopleList: Show<Deps> = async (visit, deps) => {
  const organ = topOf(visit, visit.event.queryStringParameters?.organ, deps);
  const draft = new URLSearchParams(await deps.drafts.find(visit.staff.sub, ROSTER, deps.clock()));
  const typed = draft.get('organ') === organ ? draft.get('list') : null;
  const written = typed === null ? await writtenList(organ, deps) : { list: typed };
  return answer(200, visit, deps, listPage({ ...partsOf(visit, organ, deps), ...written }));
};

/** Tells what a list would change; then, sent again with a reason, changes it; or lets it be typed again. */
export const takePeopleForm: Take<Deps> = async (sending, deps) => {
  const { form, now } = sending;
  const [wanted, reason, list = ''] = ['do', 'reason', 'list'].map(form.value);
  const organ = topOf(sending, form.value('organ'), deps);
  const parts = { ...partsOf(sending, organ, deps), list };
  const typing = (wrong?: readonly string[]) => answer(wrong ? 422 : 200, sending, deps, listPage({ ...parts, wrong }));
  if (wanted === 'list-edit') return typing();
  const listed = await listedPeople(Buffer.from(list), organ, now, deps);
  if (listed.kind === 'unreadable') return typing([listed.reason]);
  if (listed.kind === 'wrong') return typing(listed.faults);
  if (listed.found.length === 0) return typing(['名单与现在的通讯录一样']);
  const preview = { ...parts, ...listed, reason };
  if (wanted !== 'list-take') return answer(200, sending, deps, previewPage(preview));
  const wrong = whyNotTaken(listed, form.value('preview'), reason, deps);
  if (wrong.length > 0) return answer(422, sending, deps, previewPage({ ...preview, wrong }));
  return await taken(sending, organ, listed, deps);
};

type Listed = Extract<ListedPeople, { kind: 'listed' }>;

function whyNotTaken({ found, preview }: Listed, seen: string | undefined, reason: string | undefined, deps: Deps) {
  const stale = seen === preview ? [] : ['您预览以后，名单或者通讯录有了变化，下面是现在的，请再看一遍'];
  return [...stale, ...(reason === undefined ? ['请写变更的理由'] : []), ...faultsIn(found, deps.context.organs)];
}

async function taken(sending: Sending, organ: string, { found }: Listed, deps: Deps): Promise<Answer> {
  const { form, staff, now } = sending;
  const left = await importPeople(found, form.value('reason')!, staff, now, deps);
  await deps.drafts.forget(staff.sub, ROSTER);
  if (left.length === 0) return seeOther(`${ROSTER}?${new URLSearchParams({ organ, done: sending.tell('changed') })}`);
  const names = left.map((id) => deps.site.organNameOf(id)).join('、');
  const wrong = [`${names}：就在此刻有人改过，没有改动。请再看一遍后重新提交`];
  const became = left.length < found.length ? '其余单位已改好，还有单位没有改动' : undefined;
  const parts = { ...partsOf(sending, organ, deps), list: form.value('list')! };
  return answer(409, sending, deps, listPage({ ...parts, wrong, became }));
}

/** The organ whose list it is; refused to whoever may not change its people. */
function topOf({ staff }: Visit, organ: string = staff.organ, { context: { organs } }: Deps): string {
  if (!organs.has(organ)) throw new Refusal('no-such-organ');
  if (!mayChangePeople(staff, organ, organs)) throw new Refusal('not-your-organ');
  return organ;
}

/** Of the organ alone, where the list with all below it would be longer than a form takes. */
async function writtenList(organ: string, deps: Deps): Promise<{ readonly list: string; readonly isAlone?: boolean }> {
  const whole = await listOf(idsUnder(organ, deps.context.organs), deps);
  if (whole.length <= MOST_CHARACTERS) return { list: whole };
  return { list: await listOf([organ], deps), isAlone: true };
}

async function listOf(ids: readonly string[], deps: Deps): Promise<string> {
  const organs = await Promise.all(
    ids.map(async (id) => ({ id, name: deps.site.organNameOf(id), contacts: (await peopleOf(id, deps)).contacts })),
  );
  return rowsOfPeople(organs)
    .map((cells) => cells.join('\t'))
    .join('\n');
}

const partsOf = (visit: Visit, organ: string, { context }: Deps) => ({
  organ,
  organs: context.organs,
  staff: visit.staff,
  key: visit.formFor(ROSTER),
});

const answer = (status: number, visit: Visit, deps: Deps, main: Html): Answer =>
  visitPage(status, visit, deps, { title: '批量修改通讯录', part: 'roster', main });
