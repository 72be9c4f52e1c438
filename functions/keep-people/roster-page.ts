import { addDays, dayOf, type Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { seesCases } from '../../domain/case/rights/rights.ts';
import { headOf } from '../../domain/notices/lists/summary-letter.ts';
import { CONTACT_ROLE_TEXT, type Organ, type RosterContact, type Shift } from '../../domain/organs.ts';
import type { KeptPeople, PeopleChange } from '../../usecases/roster/change-people.ts';
import type { FormKey } from '../shared/desk/form-key.ts';
import { keysOf } from '../shared/desk/page.ts';
import { listOf } from '../shared/desk/paths.ts';
import { raw } from '../shared/pages/document.ts';
import { DAY_LENGTH, groupedSelect, hidden, textField } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { DIGESTS } from './digests-page.ts';
import { absenceText, changesCard } from './roster-changes.ts';
import type { Typed } from './roster-wanted.ts';
import { shiftText } from './shifts.ts';

export const ROSTER = '/desk/roster';

interface RosterState {
  readonly organ: string;
  readonly organNameOf: (organ: string) => string;
  readonly people: KeptPeople;
  readonly notes: readonly string[];
  readonly staff: Staff;
  readonly now: Instant;
  readonly mayChange: boolean;
  /** For whoever may change them. */
  readonly changes: readonly PeopleChange[] | undefined;
  readonly others: readonly Organ[];
  readonly key: FormKey;
  readonly wrong: string | undefined;
  /** What was typed of an absence, before. */
  readonly typed: Typed | undefined;
  /** What was just done, and which of them it was. */
  readonly done: readonly string[] | undefined;
}

/** 通讯录: who is there, how they are reached, who stands in for whom; and each may say that they are away. */
export function rosterPage(page: RosterState): Html {
  const { organ, organNameOf, people, notes, wrong, done: [done, which] = [], mayChange, changes, others } = page;
  const own = people.contacts.findIndex((contact) => isOwn(contact, page));
  const head = headOf(people.contacts);
  return html`<h1>通讯录：${organNameOf(organ)}</h1>
${wrong !== undefined && html`<p class="note warn" role="alert">没有改动：${wrong}</p>`}
${done === 'changed' && html`<p class="note done" role="status">已改好，一分钟内生效。</p>`}
${done === 'away' && html`<p class="note done" role="status">已登记离岗，其间的提醒改发给代理人或者值班室。${heldBy(people.contacts[Number(which)], page)}</p>`}
${notes.map((note) => html`<p class="note warn">${note}</p>`)}
${own >= 0 && ownForm(own, page)}
<div class="wrap"><table><caption>有事先找谁</caption>
<thead><tr>${['岗位', '姓名', '电话', '邮箱', '在岗'].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${people.contacts.map((contact, index) => row(contact, index, page))}</tbody></table></div>
${mayChange && html`<p><a class="button second" href="${ROSTER}?organ=${organ}&amp;edit=${people.contacts.length}">增加联系人</a>　<a class="go" href="${ROSTER}?organ=${organ}&amp;list=">批量修改（名单）</a></p>`}
${head && isOwn(head, page) && html`<p><a class="go" href="${DIGESTS}">汇总设置：哪些汇总发给我，用邮件还是短信</a></p>`}
${!mayChange && own < 0 && html`<p class="hint">名册里没有您的人员标识，离岗请由本单位负责人或者值班室登记。</p>`}
${changes && changesCard(changes, organNameOf)}
${others.length > 0 && html`<details><summary>其他单位的通讯录（${others.length}）</summary><ul>${others.map(({ id, name }) => html`<li><a class="go" href="${ROSTER}?organ=${id}">${name}</a></li>`)}</ul></details>`}`;
}

/** What whoever is away has in hand, for whoever registered it. */
function heldBy(contact: RosterContact | undefined, page: RosterState): Html | undefined {
  const cases = contact && casesOf(contact, page);
  if (contact === undefined || cases === undefined) return undefined;
  if (isOwn(contact, page))
    return html`您名下在办的都在<a href="/desk?scope=mine&amp;tab=open">本人经办</a>里，可以勾选后移交。`;
  return html`在办的，见<a href="${cases}">${contact.name}名下的事项</a>，可以勾选后移交。`;
}

/**
 * The open cases that one of an organ is responsible for, in the list in which whoever looks finds them; none of whom
 * the roster does not know by their `sub`, nor for whoever sees no cases.
 */
export function casesOf(
  { sub }: Pick<RosterContact, 'sub'>,
  { organ, staff }: Pick<RosterState, 'organ' | 'staff'>,
): string | undefined {
  if (sub === undefined || !seesCases(staff.role)) return undefined;
  return `/desk${listOf({ scope: organ === staff.organ ? 'organ' : 'below', tab: 'open', officer: sub })}`;
}

const isOwn = ({ sub }: RosterContact, { staff, organ }: RosterState): boolean =>
  sub !== undefined && sub === staff.sub && organ === staff.organ;

const formParts = (index: number, { key, organ, people }: RosterState): Html =>
  html`${keysOf(key)}${hidden('organ', organ)}${hidden('version', String(people.version))}${hidden('index', String(index))}${hidden('back', `${ROSTER}?organ=${organ}`)}`;

/** One tap, for the commonest absence of all, or to take back what was registered. */
function ownForm(index: number, page: RosterState): Html {
  const { absent = [] } = page.people.contacts[index]!;
  const tomorrow = addDays(dayOf(page.now), 1);
  return html`<form class="card" method="post" action="${ROSTER}" accept-charset="UTF-8" data-once>${formParts(index, page)}
<div class="row">${
    absent.length > 0
      ? html`<button type="submit" name="do" value="back">取消离岗，我在岗</button><span class="hint">已登记：${absent.map(awayText).join('、')}。</span>`
      : html`<button type="submit" name="do" value="tomorrow">我明天不在</button><span class="hint">${absenceText({ from: tomorrow, to: tomorrow })}，其他日期在下面自己那一行。</span>`
  }</div></form>`;
}

const awayText = ({ from, to }: NonNullable<RosterContact['absent']>[number]): string =>
  absenceText({ from: dayOf(from), to: dayOf(to) });

/** Whether what was typed is of that person's absence. */
const isTyped = (index: number, { typed }: RosterState): boolean =>
  typed?.('do') === 'away' && typed('index') === String(index);

function row(contact: RosterContact, index: number, page: RosterState): Html {
  const { role, name, phone, email, absent = [], onDuty } = contact;
  const { organ, mayChange } = page;
  const cases = casesOf(contact, page);
  const may = mayChange || isOwn(contact, page);
  return html`<tr><td>${CONTACT_ROLE_TEXT[role]}${onDuty && html`<br><span class="hint">${shiftsText(onDuty)}</span>`}</td><th scope="row">${name}</th>
<td>${phone && html`<a class="go" href="tel:${phone}">${phone}</a>`}</td><td>${email && html`<a class="go" href="mailto:${email}">${email}</a>`}</td>
<td>${absent.length === 0 ? '在岗' : absent.map((one) => html`<span class="tag soon">离岗</span>${awayText(one)}${one.standIn !== undefined && `，由${one.standIn}代理`} `)}
${may && html`<details${isTyped(index, page) && raw(' open')}><summary>登记离岗</summary>${awayForm(contact, index, page)}</details>`}
${mayChange && html`<p><a class="go" href="${ROSTER}?organ=${organ}&amp;edit=${index}">修改${name}</a>${cases !== undefined && html`　<a class="go" href="${cases}">${name}名下的事项</a>`}</p>`}</td></tr>`;
}

const SHOWN_SHIFTS = 3;

/** The shifts to come, the next of them. */
function shiftsText(shifts: readonly Shift[]): string {
  const next = shifts.slice(0, SHOWN_SHIFTS).map(shiftText).join('、');
  return shifts.length > SHOWN_SHIFTS ? `${next}等${shifts.length}班` : next;
}

function awayForm({ name, absent = [] }: RosterContact, index: number, page: RosterState): Html {
  const typed: Typed = (field) => (isTyped(index, page) ? page.typed?.(field) : undefined);
  const tomorrow = addDays(dayOf(page.now), 1);
  const colleagues = [...new Set(page.people.contacts.map((one) => one.name))].filter((one) => one !== name);
  const options = colleagues.map((value) => ({ value, label: value }));
  const [from, to] = [`from-${index}`, `to-${index}`];
  return html`<form method="post" action="${ROSTER}" accept-charset="UTF-8" data-once novalidate>${formParts(index, page)}
${textField({ name: 'from', id: from, label: '从哪天', hint: '例如 2026-12-30', value: typed('from') ?? tomorrow, maxLength: DAY_LENGTH })}
${textField({ name: 'to', id: to, label: '到哪天（含当天）', value: typed('to') ?? tomorrow, maxLength: DAY_LENGTH })}
${groupedSelect({ name: 'standIn', id: `standIn-${index}`, label: '代理人', value: typed('standIn'), none: '不指定，发给值班室', groups: [{ label: '本单位', options }] })}
${textField({ name: 'reason', id: `reason-${index}`, label: '理由', hint: '可以不填。', value: typed('reason'), maxLength: 500 })}
<div class="row"><button type="submit" class="second" name="do" value="away">登记${name}离岗</button>
${absent.length > 0 && html`<button type="submit" class="second" name="do" value="back">${name}已返岗</button>`}</div></form>`;
}
