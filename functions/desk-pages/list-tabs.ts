import { GROUP_NAMES, GROUPS, type Group } from '../../domain/lists/groups.ts';
import { SCOPES, type Scope } from '../../domain/lists/scopes.ts';
import type { CaseList } from '../../usecases/staff/list-cases.ts';
import type { Count } from '../../usecases/staff/list-survey.ts';
import type { OpenList } from '../../usecases/staff/open-elsewhere.ts';
import { listOf } from '../shared/desk/paths.ts';
import { raw } from '../shared/pages/document.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { type Asked, isNarrowed } from './list-address.ts';

/** Whose cases: the lists that somebody may ask for. */
export const scopeLinks = (scopes: readonly Scope[], { scope }: Asked): Html =>
  html`<nav aria-label="谁的事项" class="noprint"><ul class="scopes">${scopes.map(
    (name) => html`<li><a href="/desk${listOf({ scope: name })}"${name === scope && CURRENT}>${SCOPES[name]}</a></li>`,
  )}</ul></nav>`;

/** Which of them, with how many there are; what is searched for stays. */
export const groupTabs = (counts: CaseList['counts'], asked: Asked): Html =>
  html`<nav aria-label="分类" class="noprint"><ul class="tabs">${GROUP_NAMES.map(
    (name) =>
      html`<li><a href="/desk${listOf({ ...asked, tab: name })}"${name === asked.tab && CURRENT}>${GROUPS[name]}${countOf(counts[name])}</a></li>`,
  )}</ul></nav>`;

const CURRENT = raw(' aria-current="page"');

const countOf = (count: CaseList['counts'][Group]): Html | undefined =>
  count && html` <span class="count">${numberOf(count)}</span>`;

const numberOf = ({ count, isAll }: Count): string => `${count}${isAll ? '' : '+'}`;

/** Where else something is open, beside a list in which nothing is. */
export const elsewhereLinks = (lists: readonly OpenList[]): Html | undefined =>
  lists.length === 0
    ? undefined
    : html`没办完的在：${lists.map(
        ({ scope, count }, index) =>
          html`${index > 0 && '、'}<a href="/desk${listOf({ scope })}">${SCOPES[scope]}${numberOf(count)}件</a>`,
      )}。`;

/** What it means that nothing is there. */
const EMPTY: Readonly<Record<Group, string>> = {
  overdue: '没有超期的事项。',
  today: '今天没有到期的事项。',
  soon: '三日内没有到期的事项。',
  waiting: '没有在等其他单位的事项。',
  reopening: '没有人申请重新办理。',
  unread: '没有您还没看过的新情况。',
  open: '现在没有要办的事项。新的来件会自动出现在这里。',
  ended: '还没有已结束的事项。',
  all: '还没有事项。新的来件会自动出现在这里。',
};

/** The same of open cases, by whose they are. */
const NOTHING_OPEN: Readonly<Partial<Record<Scope, string>>> = {
  mine: '没有分给您、还没办完的事项。新分给您的会出现在这里。',
  assisting: '没有请本单位协办的事项。',
  review: '没有等本单位审核、答复的事项。下级报上来的会出现在这里。',
  below: '下级单位现在没有在办的事项。',
};

/** Whoever types a factory there looks for it where no letter's words are. */
const ACCUSED = '“被反映单位”是来信反映其履职问题的行政机关，不是企业、工地。';

export function emptyNote(asked: Asked): string {
  const { scope, tab, by, q } = asked;
  if (isNarrowed(asked))
    return `${by === 'accused' && q !== undefined ? ACCUSED : ''}没有符合查找条件的事项。可以换个条件，或者看“全部”。`;
  const group = (tab as Group) ?? 'open';
  return (group === 'open' && NOTHING_OPEN[scope as Scope]) || EMPTY[group];
}
