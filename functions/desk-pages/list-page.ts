import type { Instant } from '../../domain/calendar/day.ts';
import { BATCH_ACTS, type batchTypesFor } from '../../domain/case/commands/batch-acts.ts';
import type { Policies } from '../../domain/clocks/policy.ts';
import type { SavedList } from '../../domain/desk/saved-lists.ts';
import { SCOPES, type Scope } from '../../domain/lists/scopes.ts';
import type { CaseList } from '../../usecases/staff/list-cases.ts';
import type { OpenList } from '../../usecases/staff/open-elsewhere.ts';
import { caseRow } from '../shared/desk/case-row.ts';
import type { FormKey } from '../shared/desk/form-key.ts';
import { keysOf } from '../shared/desk/page.ts';
import { listOf } from '../shared/desk/paths.ts';
import { hidden } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { type AddressedList, shortOf } from './list-address.ts';
import { exportLinks, listFilters } from './list-filters.ts';
import { elsewhereLinks, emptyNote, groupTabs, scopeLinks } from './list-tabs.ts';
import { savedLinks, saveForm } from './saved-lists.ts';

interface ListState extends Pick<AddressedList, 'asked' | 'unread'> {
  readonly list: CaseList;
  readonly scopes: readonly Scope[];
  /** The others that have something open in them, where this one has not. */
  readonly elsewhere: readonly OpenList[];
  readonly saved: readonly SavedList[];
  readonly now: Instant;
  readonly organNameOf: (organ: string) => string;
  /** Where this page of the list begins. */
  readonly cursor: string | undefined;
  /** Whether all that it shows are ticked. */
  readonly isTicked: boolean;
  readonly done: Html | undefined;
  readonly formFor: (path: string) => FormKey;
  readonly policies: Policies;
  /** What may be done with the ticked ones at once. */
  readonly batchTypes: ReturnType<typeof batchTypesFor>;
}

const HEADS = ['选中', '事项', '状态', '地点', '下一时限', '责任人'];

/** 工作台: whose cases, which of them, and those, the most pressing first. */
export function listPage(page: ListState): Html {
  const { list, asked, scopes, unread, done } = page;
  const next =
    list.cursor &&
    html`<p class="pages"><a class="button second" href="/desk${listOf({ ...asked, cursor: list.cursor })}">下一页</a></p>`;
  return html`<h1>工作台</h1>
${done}
${scopeLinks(scopes, asked)}
${savedLinks(page.saved, listOf(asked))}
${groupTabs(list.counts, asked)}
${listFilters(asked, underFilters(page))}
${unread.length > 0 && html`<p class="note warn" role="alert">有一个查找条件看不懂，没有按它查找。${unread.includes('receipt') && '登记编号形如“QH-7KX4-M9P2-Q3T8”，也可以只写其中连续的几位，至少四位。'}</p>`}
${asked.officer !== undefined && html`<p class="note">只列${officerIn(page)}名下的事项。<a href="/desk${listOf({ ...asked, officer: undefined })}">看全部</a></p>`}
${waitingNote(page)}
${list.cases.length === 0 ? html`<p class="note done">${emptyNote(asked)}${elsewhereLinks(page.elsewhere)}</p>` : rowsOf(page)}
${next}`;
}

/** Whose cases they are, by the name on them. */
const officerIn = ({ list: { cases }, asked }: ListState): string =>
  cases.flatMap(({ state }) => state.officers ?? []).find(({ sub }) => sub === asked.officer)?.name ?? '一位责任人';

const underFilters = ({ list, asked, unread, formFor }: ListState): Html =>
  html`${saveForm(formFor('/desk/lists'), listOf(asked))}${list.cases.length > 0 && exportLinks(asked, unread)}`;

/** 等待他人: for whom, and how many each. */
const waitingNote = ({ list: { waitingFor }, asked: { tab }, organNameOf }: ListState): Html | undefined =>
  tab === 'waiting' && waitingFor.length > 0
    ? html`<p class="hint">在等：${waitingFor.map(({ organ, count }) => `${organNameOf(organ)}${count}件`).join('、')}</p>`
    : undefined;

function rowsOf({
  list: { cases },
  asked,
  cursor,
  isTicked,
  now,
  organNameOf,
  policies,
  formFor,
  batchTypes,
}: ListState): Html {
  const isChosen = batchTypes.length > 0;
  const hrefOf = (index: number) => {
    const list = listOf({ ...shortOf(asked), cursor, next: cases[index + 1]?.state.id });
    return `/desk/cases/${cases[index]!.state.id}${list}`;
  };
  return html`<div class="wrap"><table>
<caption>${SCOPES[(asked.scope as Scope) ?? 'organ']}，最紧的时限在前</caption>
<thead><tr>${(isChosen ? HEADS : HEADS.slice(1)).map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${cases.map(({ state, isUnread }, index) =>
    caseRow(state, {
      href: hrefOf(index),
      box: isChosen ? `case-${index}` : undefined,
      isTicked,
      isUnread,
      now,
      organNameOf,
      policies,
    }),
  )}</tbody>
</table></div>
${isChosen && batchBar(batchTypes, formFor('/desk/batch'), listOf({ ...asked, cursor }), isTicked)}`;
}

/** What whoever looks can do with the ticked ones at once; its form has boxes in every row of the table. */
const batchBar = (
  types: ListState['batchTypes'],
  key: FormKey,
  list: string,
  isTicked: boolean,
): Html => html`<form id="batch" class="noprint" method="post" action="/desk/batch">
${keysOf(key)}${hidden('list', list)}${hidden('back', '/desk/batch')}
<div class="row">${tickLink(list, isTicked)}<span>把选中的：</span>${types.map(
  (type) => html`<button type="submit" class="second" name="act" value="${type}">${BATCH_ACTS[type].name}</button>`,
)}</div></form>`;

/** Ticks the whole page, or none of it: at once where a script runs, by the page anew where none does. */
const tickLink = (list: string, isTicked: boolean): Html => {
  const address = isTicked ? `/desk${list}` : `/desk${list}${list === '' ? '?' : '&'}ticked=all#batch`;
  return html`<a class="button second" data-tick="${isTicked ? '' : 'all'}" href="${address}">${isTicked ? '全不选' : '全选本页'}</a>`;
};
