import type { CaseList } from '../../usecases/staff/list-cases.ts';
import { seeOther } from '../shared/desk/desk.ts';
import { alsoIn, listOf } from '../shared/desk/paths.ts';
import type { Answer } from '../shared/http/http.ts';
import { type Html, html } from '../shared/pages/html.ts';

type Query = Readonly<Record<string, string | undefined>>;

/** One of a page of a list, with where one stands in it. */
function opened(ids: readonly string[], at: number, query: Query, told?: string): Answer {
  const list = listOf({ ...query, next: ids[at + 1] });
  const more = told === undefined ? list : alsoIn(list, 'done', told);
  return seeOther(ids[at] === undefined ? `/desk${more}` : `/desk/cases/${ids[at]}${more}`);
}

const idsOf = ({ cases }: CaseList): readonly string[] => cases.map(({ state }) => state.id);

/**
 * On after an act: the case that stood after the one that was done, or else the first that is left. What one has acted
 * on while going through the list does not come up again, wherever its new deadline has put it.
 */
export function afterDone(page: CaseList, { next, done = '', acted, ...query }: Query): Answer {
  const passed = [...(acted?.split(ACTED_APART) ?? []), tailOf(done.split('.')[1] ?? '')].slice(-MOST_ACTED);
  const rest = idsOf(page).filter((id) => !passed.includes(tailOf(id)));
  const at = Math.max(0, rest.indexOf(next ?? ''));
  return opened(rest, at, { ...query, acted: passed.join(ACTED_APART) }, done);
}

const ACTED_APART = '.';
/** So many are remembered: an address must stay short. */
const MOST_ACTED = 30;
/** As much of an id as tells it from others of a list. */
const tailOf = (id: string): string => id.slice(-9);

/**
 * 逐件: the case before that one, or after it. At the end of a page the next page goes on; where there is no further
 * one, or no earlier, the list is shown.
 */
export function besides(page: CaseList, { next, from, to, ...query }: Query): Answer {
  const ids = idsOf(page);
  const at = ids.indexOf(from ?? '');
  if (to === 'after' && at >= 0 && at === ids.length - 1 && page.cursor !== undefined)
    return seeOther(`/desk/next${listOf({ ...query, cursor: page.cursor })}&to=first`);
  return opened(ids, placeOf(to, at, ids.indexOf(next ?? '')), query);
}

/** `next`: where the one stands that came after it, for one that has left the list meanwhile. */
function placeOf(to: string | undefined, at: number, next: number): number {
  if (to === 'first') return 0;
  if (to === 'before') return at - 1;
  return at < 0 ? next : at + 1;
}

/** The ways on from a case that was opened from a list. */
export const walkLinks = (caseId: string, list: string): Html | undefined =>
  list === ''
    ? undefined
    : html`<a class="button second" rel="prev" href="/desk/next${list}&amp;from=${caseId}&amp;to=before">上一件</a>
<a class="button second" rel="next" href="/desk/next${list}&amp;from=${caseId}&amp;to=after">下一件</a>`;
