import { ACCESS_KINDS, type Access } from '../../domain/audit/access.ts';
import type { Day } from '../../domain/calendar/day.ts';
import { ROLES } from '../../domain/case/rights/roles.ts';
import { GROUPS } from '../../domain/lists/groups.ts';
import { SCOPES } from '../../domain/lists/scopes.ts';
import { moment } from '../../domain/notices/date-words.ts';
import type { Organs } from '../../domain/organs.ts';
import { ownProperty } from '../../domain/own-property.ts';
import type { AccessPage } from '../../usecases/audit/access-record.ts';
import { DAY_LENGTH, textField } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';

export interface AccessAsked {
  readonly caseId: string;
  readonly sub: string;
  readonly from: Day;
  readonly until: Day;
  readonly cursor: string | undefined;
}

interface AccessState {
  readonly asked: AccessAsked;
  readonly wrong: string | undefined;
  /** None before it was said of whom. */
  readonly found: AccessPage | undefined;
  readonly organNameOf: (organ: string) => string;
  /** Whose rosters may know by name who looked. */
  readonly organs: Organs;
}

/**
 * 查阅记录: who looked at what, took it away, or saw who complained; by ids, as it is kept, with the name of whoever the
 * roster knows today.
 */
export const accessPage = ({ asked, wrong, found, organNameOf, organs }: AccessState): Html => html`<h1>查阅记录</h1>
<p class="hint">谁在什么时候看过哪一件、打开过哪份附件、查看过联系方式、导出过哪个列表。您查阅本页，也会留下记录。</p>
${wrong !== undefined && html`<p class="note warn" role="alert">${wrong}。</p>`}
<form class="card" method="get" action="/desk/access">
<div class="row"><div class="grow">${textField({ name: 'case', label: '登记编号', value: asked.caseId, maxLength: 100 })}</div>
<div class="grow">${textField({ name: 'sub', label: '或者人员标识', value: asked.sub, maxLength: 200 })}</div></div>
<div class="row">${textField({ name: 'from', label: '从哪天', value: asked.from, maxLength: DAY_LENGTH })}
${textField({ name: 'until', label: '到哪天', value: asked.until, maxLength: DAY_LENGTH })}
<button type="submit">查阅</button></div></form>
${found && entries(found, organNameOf, organs)}
${found && found.entries.length > 0 && html`<p class="pages"><a class="button second" href="${addressOf(asked, { as: 'csv' })}">导出为CSV</a></p>`}
${found?.cursor !== undefined && html`<p class="pages"><a class="button second" href="${addressOf(asked, { cursor: found.cursor })}">下一页</a></p>`}`;

const HEADS = ['时间', '谁', '做了什么', '哪一件'];

const entries = ({ entries: all }: AccessPage, organNameOf: (organ: string) => string, organs: Organs): Html =>
  all.length === 0
    ? html`<p class="note done">这段时间没有您有权查阅的记录。</p>`
    : html`<div class="wrap"><table><caption>最近的在前，保存三年</caption>
<thead><tr>${HEADS.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${all.map((one) => row(one, organNameOf, organs))}</tbody></table></div>`;

const row = (one: Access, organNameOf: (organ: string) => string, organs: Organs): Html => {
  const { at, sub, organ, role, what, caseId, receipt } = one;
  return html`<tr><td>${moment(at)}</td><th scope="row">${sub}${nameOf(sub, organ, organs)}<span class="sub">${organNameOf(organ)} ${ownProperty(ROLES, role) ?? role}</span></th>
<td>${ownProperty(ACCESS_KINDS, what) ?? what}<span class="sub">${detailOf(one)}</span></td>
<td>${caseId ?? ''}${receipt !== undefined && receipt !== caseId && html`<span class="sub">来信${receipt}</span>`}</td></tr>`;
};

const nameOf = (sub: string, organ: string, organs: Organs): string => {
  const known = organs.get(organ)?.contacts.find((one) => one.sub === sub);
  return known === undefined ? '' : `（${known.name}）`;
};

export const detailOf = ({ view, number, cases, about, reason }: Access): string =>
  [
    view && viewText(view),
    number !== undefined && `第${number}件`,
    cases !== undefined && `共${cases}件`,
    about,
    reason,
  ]
    .filter(Boolean)
    .join('，');

const VIEWS: Readonly<Record<string, string>> = {
  ...{ desk: '在工作台', case: '经接口', beside: '并排比对', split: '为拆分', events: '办理经过', notices: '通知' },
  ...{ print: '打印案卷', archive: '下载案卷', paper: '函件、文书', material: '材料', csv: '导出CSV' },
};

/** A list is kept as "organ/open", one that was exported as "organ/open csv". */
function viewText(view: string): string {
  const [list = '', format] = view.split(' ');
  const [scope, group] = list.split('/');
  const [whose, which] = [ownProperty(SCOPES, scope ?? ''), ownProperty(GROUPS, group ?? '')];
  if (whose === undefined || which === undefined) return ownProperty(VIEWS, view) ?? view;
  return [whose, which, format?.toUpperCase()].filter(Boolean).join('，');
}

const addressOf = ({ caseId, sub, from, until }: AccessAsked, more: Readonly<Record<string, string>>): string =>
  `/desk/access?${new URLSearchParams({ case: caseId, sub, from, until, ...more })}`;
