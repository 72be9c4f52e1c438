import { DIGEST_TEXT, type Digest, type DigestSettings, digestSettingsSchema } from '../../domain/digests.ts';
import { moment } from '../../domain/notices/date-words.ts';
import { headOf, standsAt } from '../../domain/notices/lists/summary-letter.ts';
import { type ChangePeopleDeps, changePeople, peopleOf } from '../../usecases/roster/change-people.ts';
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
import { type Html, html } from '../shared/pages/html.ts';
import { DIGESTS, digestsPage } from './digests-page.ts';

type Deps = ChangePeopleDeps & DeskDeps;

const NAMES = Object.keys(DIGEST_TEXT) as Digest[];

/** 汇总设置 of whoever is logged in: which digests they get, and by what. */
export const showDigests: Show<Deps> = async (visit, deps) => {
  const done = visit.told(visit.event.queryStringParameters?.done);
  const draft = await deps.drafts.find(visit.staff.sub, DIGESTS, deps.clock());
  const kept = new URLSearchParams(draft);
  const remark = draft === undefined ? done === 'kept' && DONE : KEPT;
  return await page(200, visit, deps, draft === undefined ? undefined : (name) => kept.get(name) ?? undefined, remark);
};

/** Changes them, on the version of the roster that was seen. */
export const takeDigests: Take<Deps> = async (sending, deps) => {
  const { form, staff, now } = sending;
  const { contact } = await own(sending, deps);
  if (!contact) throw new Refusal('not-your-organ');
  const digests = settingsIn(form.value);
  if (!digests) return await page(422, sending, deps, form.value, UNREAD);
  const { role, name } = contact;
  const answer = await changePeople(
    {
      organ: staff.organ,
      expectedVersion: Number(form.value('version') ?? -1),
      reason: '本人设置',
      wanted: { chosen: { role, name, digests } },
    },
    staff,
    now,
    deps,
  );
  if (answer.kind === 'stale')
    return await page(409, sending, deps, form.value, await changedMeanwhile(deps, staff.organ));
  if (answer.kind === 'refused') return await page(422, sending, deps, form.value, told(answer.detail));
  if (answer.kind !== 'shown') throw new Refusal('not-your-organ');
  await deps.drafts.forget(staff.sub, DIGESTS);
  return seeOther(`${DIGESTS}?done=${sending.tell('kept')}`);
};

const KEPT = html`<p class="note done" role="status">您选的内容都还在，请核对后保存。</p>`;
const DONE = html`<p class="note done" role="status">已保存，从下一次汇总起生效。</p>`;
const told = (detail: string): Html => html`<p class="note warn" role="alert">没有保存：${detail}。</p>`;
const UNREAD = told('请在每一项里选一种');

/** Who changed the roster meanwhile, and when. */
async function changedMeanwhile({ people }: Deps, organ: string): Promise<Html> {
  const [last] = await people.changes(organ);
  return html`<p class="note warn" role="alert">您打开以后，${last && `${last.by.name}于${moment(last.at)}`}改过通讯录，您选的还没有保存。核对下面的内容后仍要保存的，请再点一次。</p>`;
}

/** Their post where they are the head that digests of their organ go to, and whether the roster knows them at all. */
async function own({ staff }: Visit, deps: Deps) {
  if (!deps.context.organs.has(staff.organ)) throw new Refusal('no-such-organ');
  const { version, contacts } = await peopleOf(staff.organ, deps);
  const head = headOf(contacts);
  const isKnown = contacts.some(({ sub }) => sub === staff.sub);
  return { version, isKnown, contact: head?.sub === staff.sub ? head : undefined };
}

type Typed = (name: string) => string | undefined;

const settingsIn = (typed: Typed): DigestSettings | undefined =>
  digestSettingsSchema().safeParse(Object.fromEntries(NAMES.map((name) => [name, typed(name)]))).data;

async function page(
  status: number,
  visit: Visit | Sending,
  deps: Deps,
  typed: Typed | undefined,
  remark: Html | false,
) {
  const { version, isKnown, contact } = await own(visit, deps);
  const standing: Typed = (name) => standsAt(name as Digest, contact, visit.staff.organ, deps.context);
  const key = visit.formFor(DIGESTS);
  const main = digestsPage({ contact, isKnown, version, typed: typed ?? standing, remark, key });
  return visitPage(status, visit, deps, { title: '汇总设置', part: 'roster', main });
}
