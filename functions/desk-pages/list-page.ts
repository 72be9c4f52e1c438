import type { Instant } from '../../domain/calendar/day.ts';
import type { CaseList } from '../../usecases/staff/list-cases.ts';
import { caseRow } from '../shared/desk/case-row.ts';
import { type Html, html } from '../shared/pages/html.ts';

interface ListState {
  readonly list: CaseList;
  readonly organName: string;
  readonly now: Instant;
  readonly organNameOf: (organ: string) => string;
  /** Where the next page is. */
  readonly nextHref: string | undefined;
}

/** 工作台: what is due, the soonest first. */
export const listPage = ({ list, organName, now, organNameOf, nextHref }: ListState): Html => html`<h1>工作台</h1>
${
  list.cases.length === 0
    ? html`<p class="note done">${organName}现在没有要办的事项。新的来件会自动出现在这里。</p>`
    : html`<div class="wrap"><table>
<caption>${organName}的事项，最紧的时限在前</caption>
<thead><tr><th scope="col">事项</th><th scope="col">状态</th><th scope="col">地点</th><th scope="col">下一时限</th><th scope="col">主办单位</th></tr></thead>
<tbody>${list.cases.map(({ state }) => caseRow(state, { href: `/desk/cases/${state.id}`, now, organNameOf }))}</tbody>
</table></div>`
}
${nextHref !== undefined && html`<p class="pages"><a class="button second" href="${nextHref}">下一页</a></p>`}`;
