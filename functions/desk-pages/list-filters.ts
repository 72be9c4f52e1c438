import { LISTED_WAYS, WAYS } from '../../domain/case/outside/sent-ways.ts';
import { CASE_STATUSES } from '../../domain/case/status.ts';
import { statusTextOf } from '../../domain/case/status-text.ts';
import { POLLUTION_TYPES } from '../../domain/classification/classification.ts';
import { CHANNELS } from '../../domain/complaint.ts';
import { MARK_NAMES, MARKS } from '../../domain/lists/marks.ts';
import { raw } from '../shared/pages/document.ts';
import { hidden } from '../shared/pages/fields.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { CHANNEL_WORDS, WAY_WORDS } from '../shared/words/words.ts';
import { type Asked, exportOf, SEARCHES } from './list-address.ts';

type Choice = readonly [value: string, label: string];

const FILTERS: readonly (readonly [
  name: 'type' | 'mark' | 'status' | 'channel' | 'way' | 'toSend',
  string,
  readonly Choice[],
])[] = [
  ['type', '类型', POLLUTION_TYPES.map((type) => [type, type])],
  ['mark', '标记', MARK_NAMES.map((mark) => [mark, MARKS[mark]])],
  ['status', '状态', CASE_STATUSES.map((status) => [status, statusTextOf({ status })])],
  ['channel', '来源', CHANNELS.map((channel) => [channel, CHANNEL_WORDS[channel]])],
  ['way', '办理方式', WAYS.map((way) => [way, WAY_WORDS[way]])],
  ['toSend', '尚未发送', LISTED_WAYS.map((way) => [way, WAY_WORDS[way]])],
];

/**
 * 查找和筛选: a form whose address can be kept. What is searched for is found whether it ended or not. `besides`: what else
 * can be done with the list.
 */
export function listFilters(asked: Asked, besides: Html): Html {
  const isNarrowed = [...FILTERS.map(([name]) => name), 'q' as const].some((name) => asked[name] !== undefined);
  return html`<details class="find noprint"${isNarrowed && raw(' open')}><summary>查找、筛选</summary>
<form method="get" action="/desk" role="search">
${hidden('scope', asked.scope ?? '')}${asked.officer !== undefined && hidden('officer', asked.officer)}
<div class="row">${select('by', '按什么查找', choicesOf(SEARCHES), asked.by)}
<div class="field grow"><label for="q">查找内容</label><input id="q" name="q" maxlength="100" autocomplete="off" value="${asked.q ?? ''}"></div>
<button type="submit" class="second" name="tab" value="all">查找</button></div>
<div class="row">${FILTERS.map(([name, label, choices]) => select(name, label, [['', '不限'], ...choices], asked[name]))}
<button type="submit" class="second" name="tab" value="${asked.tab ?? ''}">筛选</button></div>
</form>${besides}</details>`;
}

/** 导出: the list whole, as a file. */
export const exportLinks = (asked: Asked, unread: readonly string[]): Html =>
  html`<p class="row">导出这个列表：${FORMATS.map(
    ([format, words]) => html`<a class="button second" href="${exportOf(asked, unread, format)}">${words}</a>`,
  )}</p>`;

const FORMATS = [
  ['xlsx', 'XLSX（表格）'],
  ['csv', 'CSV'],
] as const;

const choicesOf = (words: Readonly<Record<string, string>>): readonly Choice[] => Object.entries(words);

const select = (name: string, label: string, choices: readonly Choice[], chosen: string | undefined): Html =>
  html`<div class="field"><label for="${name}">${label}</label>
<select id="${name}" name="${name}">${choices.map(
    ([value, words]) =>
      html`<option value="${value}"${value !== '' && value === chosen && raw(' selected')}>${words}</option>`,
  )}</select></div>`;
