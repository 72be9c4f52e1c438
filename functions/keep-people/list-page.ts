import type { Staff } from '../../domain/case/people/actor.ts';
import type { Organs, RosterContact } from '../../domain/organs.ts';
import type { ImportedOrgan } from '../../usecases/roster/import-people.ts';
import type { FormKey } from '../shared/desk/form-key.ts';
import { keysOf } from '../shared/desk/page.ts';
import { hidden, textArea, textField } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { linesOf } from './roster-changes.ts';
import { casesOf, ROSTER } from './roster-page.ts';

/** So many characters one form takes: about three hundred people. */
export const MOST_CHARACTERS = 20_000;

interface ListState {
  readonly organ: string;
  readonly organs: Organs;
  readonly staff: Staff;
  readonly key: FormKey;
  /** The list as it was typed. */
  readonly list: string;
  readonly wrong?: readonly string[] | undefined;
  /** What became of the list, above what is wrong with it; nothing was changed, if not said. */
  readonly became?: string | undefined;
  /** The list with all below would be too long: it holds the organ alone. */
  readonly isAlone?: boolean;
}

const nameOf = (organ: string, organs: Organs): string => organs.get(organ)?.name ?? organ;

const addressOf = (organ: string): string => `${ROSTER}?organ=${organ}&list=`;

const wrongNote = ({ wrong = [], became = '没有改动' }: ListState): Html | false =>
  wrong.length > 0 &&
  html`<div class="note warn" role="alert">${became}：<ul>${wrong.map((one) => html`<li>${one}</li>`)}</ul></div>`;

const formOf = ({ organ, key }: ListState, fields: Html): Html =>
  html`<form method="post" action="${ROSTER}" accept-charset="UTF-8" data-once novalidate>${keysOf(key)}${hidden('organ', organ)}${hidden('back', addressOf(organ))}
${fields}</form>`;

/** 批量修改: the people of an organ and of those below it as one list, to be changed in place or in a spreadsheet. */
export const listPage = (page: ListState): Html => html`<h1>批量修改通讯录：${nameOf(page.organ, page.organs)}</h1>
${wrongNote(page)}
${page.isAlone && html`<p class="note">下级单位太多，一份名单放不下，这里只有本单位的。下级单位请分别打开<a class="go" href="${ROSTER}?organ=${page.organ}">通讯录</a>修改，或者请运维导入全部名单。</p>`}
<p>一行一个人。可以直接改，也可以全部复制到电子表格里改好，再粘贴回来。</p>
<ul><li>名单里写到的单位，联系人全部换成名单里的；没有写到的单位不变。</li>
<li>仍在名单里的人，已登记的离岗、人员标识和汇总设置都保留。</li></ul>
${formOf(
  page,
  html`${textArea({ name: 'list', label: '名单', hint: '第一行是表头；列与列之间是制表符或者逗号。', value: page.list, maxLength: MOST_CHARACTERS, rows: 16 })}
<div class="row"><button type="submit" name="do" value="list">看看会改什么</button><a class="go" href="${ROSTER}?organ=${page.organ}">返回通讯录</a></div>`,
)}`;

interface PreviewState extends ListState {
  readonly found: readonly ImportedOrgan[];
  readonly preview: string;
  readonly reason: string | undefined;
}

/** What the list would change, organ by organ and person by person, before it is changed. */
export function previewPage(page: PreviewState): Html {
  const mayTake = page.found.every(({ fault }) => fault === undefined);
  return html`<h1>批量修改通讯录：${page.found.length}个单位有变化</h1>
${wrongNote(page)}
${page.found.map((one) => organCard(one, page))}
${formOf(
  page,
  html`${hidden('list', page.list)}${hidden('preview', page.preview)}
${mayTake && textField({ name: 'reason', label: '理由', hint: '记入变更记录，例如换届、机构调整。', value: page.reason, maxLength: 500 })}
<div class="row">${mayTake && html`<button type="submit" name="do" value="list-take">确认修改</button>`}<button type="submit" class="second" name="do" value="list-edit">返回修改名单</button></div>`,
)}`;
}

const organCard = ({ organ, before, contacts, fault, notes }: ImportedOrgan, { organs, staff }: ListState): Html =>
  html`<div class="card"><h2>${nameOf(organ, organs)}</h2>
${fault !== undefined && html`<p class="note warn">不能这样改：${fault}</p>`}
<ul>${linesOf(before, contacts).map((line) => html`<li>${line}</li>`)}</ul>
${before.filter(isGoneFrom(contacts)).map((one) => heldBy(one, casesOf(one, { organ, staff })))}
${notes > 0 && html`<p class="hint">改好后有${notes}处请核对，打开该单位的通讯录可以看到。</p>`}</div>`;

const isGoneFrom =
  (after: readonly RosterContact[]) =>
  ({ sub }: RosterContact): boolean =>
    !after.some((one) => one.sub === sub);

/** What whoever leaves has in hand stays theirs until somebody hands it over. */
const heldBy = ({ name }: RosterContact, cases: string | undefined): Html | undefined =>
  cases === undefined
    ? undefined
    : html`<p class="hint">移除以前，先看<a class="go" href="${cases}">${name}名下在办的事项</a>，勾选后移交给同事。</p>`;
