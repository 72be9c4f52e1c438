import type { Instant } from '../../domain/calendar/day.ts';
import type { Policies } from '../../domain/clocks/policy.ts';
import type { CaseList } from '../../usecases/staff/list-cases.ts';
import { caseRow } from '../shared/desk/case-row.ts';
import { type Html, html } from '../shared/pages/html.ts';

interface ListState {
  readonly list: CaseList;
  readonly organName: string;
  readonly now: Instant;
  readonly organNameOf: (organ: string) => string;
  /** Where that case is opened. */
  readonly hrefOf: (id: string, next: string | undefined) => string;
  /** Where the next page is. */
  readonly nextHref: string | undefined;
  readonly done: Html | undefined;
  readonly policies: Policies;
}

const HEADS = ['事项', '状态', '地点', '下一时限', '责任人'];

/** 工作台: what is due, the soonest first. */
export const listPage = ({
  list,
  organName,
  now,
  organNameOf,
  hrefOf,
  nextHref,
  done,
  policies,
}: ListState): Html => html`<h1>工作台</h1>
${done}
${
  list.cases.length === 0
    ? html`<p class="note done">${organName}现在没有要办的事项。新的来件会自动出现在这里。</p>`
    : html`<div class="wrap"><table>
<caption>${organName}的事项，最紧的时限在前</caption>
<thead><tr>${HEADS.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${list.cases.map(({ state }, index) =>
        caseRow(state, { href: hrefOf(state.id, list.cases[index + 1]?.state.id), now, organNameOf, policies }),
      )}</tbody>
</table></div>`
}
${nextHref !== undefined && html`<p class="pages"><a class="button second" href="${nextHref}">下一页</a></p>`}`;
