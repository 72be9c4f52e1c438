import type { Day } from '../../domain/calendar/day.ts';
import { dayOf } from '../../domain/calendar/day.ts';
import { dateText, moment } from '../../domain/notices/date-words.ts';
import { CONTACT_ROLE_TEXT, type RosterContact } from '../../domain/organs.ts';
import type { PeopleChange } from '../../usecases/roster/change-people.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { CONTACT_FIELDS } from './contact-fields.ts';

/** "12月30日" or "12月30日至12月31日". */
export const absenceText = ({ from, to }: { readonly from: Day; readonly to: Day }): string =>
  from === to ? dateText(from) : `${dateText(from)}至${dateText(to)}`;

/** 变更记录: when, who, what and why, the latest first. */
export const changesCard = (changes: readonly PeopleChange[], organNameOf: (organ: string) => string): Html =>
  html`<div class="card"><h2>变更记录</h2>
${changes.length === 0 && html`<p class="hint">还没有变更过，现在的是本省名册里的。</p>`}
<ul>${changes.map(
    ({ at, by, reason, before, after }) =>
      html`<li>${moment(at)}　${organNameOf(by.organ)}${by.name}：${linesOf(before, after).join('；') || '没有变化'}<span class="hint">理由：${reason}</span></li>`,
  )}</ul></div>`;

/** What is different between two lists of people, a line each. */
export function linesOf(before: readonly RosterContact[], after: readonly RosterContact[]): readonly string[] {
  const was = new Map(before.map((contact) => [nameOf(contact), contact]));
  const is = new Map(after.map((contact) => [nameOf(contact), contact]));
  return [
    ...[...is].filter(([name]) => !was.has(name)).map(([name]) => `增加${name}`),
    ...[...was].filter(([name]) => !is.has(name)).map(([name]) => `移除${name}`),
    ...[...is].flatMap(([name, contact]) => differences(name, was.get(name), contact)),
  ];
}

const nameOf = ({ role, name }: RosterContact): string => `${CONTACT_ROLE_TEXT[role]}${name}`;

const CHANGING = ['phone', 'email', 'sub', 'onDuty'] as const;

function differences(name: string, before: RosterContact | undefined, after: RosterContact): readonly string[] {
  if (!before) return [];
  const { absent: were = [], digests: chose } = before;
  const { absent: are = [], digests: chooses } = after;
  const changed = CHANGING.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  const away = are.filter((one) => !were.some(({ from, to }) => from === one.from && to === one.to));
  return [
    ...away.map(({ from, to, standIn }) => {
      const days = absenceText({ from: dayOf(from), to: dayOf(to) });
      return `${name}${days}离岗${standIn === undefined ? '' : `，由${standIn}代理`}`;
    }),
    ...(are.length === 0 && were.length > 0 ? [`${name}返岗`] : []),
    ...(JSON.stringify(chose) === JSON.stringify(chooses) ? [] : [`修改${name}的汇总设置`]),
    ...(changed.length === 0 ? [] : [`修改${name}的${changed.map((field) => CONTACT_FIELDS[field]).join('、')}`]),
  ];
}
