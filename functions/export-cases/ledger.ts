import { dayOf, type Instant, timeOf } from '../../domain/calendar/day.ts';
import { runningClocks } from '../../domain/case/case.ts';
import { statusTextOf } from '../../domain/case/status-text.ts';
import { lastDayOf } from '../../domain/clocks/deadline.ts';
import type { Policies } from '../../domain/clocks/policy.ts';
import { MARKS } from '../../domain/lists/marks.ts';
import { pressingClock } from '../../domain/lists/pressing.ts';
import { distance, moment } from '../../domain/notices/date-words.ts';
import { organNamed, type Roster } from '../../domain/organs.ts';
import type { ExportedCase, ExportedCases } from '../../usecases/staff/export-cases.ts';
import { dutyOf, officerOf } from '../shared/desk/case-row.ts';
import { CHANNEL_WORDS } from '../shared/words/words.ts';

export interface LedgerRules extends Roster {
  readonly policies: Policies;
}

interface Column {
  readonly name: string;
  /** In characters. */
  readonly width: number;
  /** A number that is a name: no program may reckon with it. */
  readonly isNumber?: boolean;
  readonly of: (one: ExportedCase, now: Instant, rules: LedgerRules) => string;
}

/** Of the period that the list shows, said that way; "" where none runs. */
const dueOf =
  (said: (dueAt: Instant, now: Instant) => string): Column['of'] =>
  ({ state }, now, { policies }) => {
    const clock = pressingClock(state, policies);
    return clock === undefined ? '' : said(clock.dueAt, now);
  };

/** 台账, column by column: nothing that the list does not show. */
export const COLUMNS: readonly Column[] = [
  { name: '登记编号', width: 22, isNumber: true, of: ({ row }) => row.id },
  { name: '工单或交办编号', width: 22, isNumber: true, of: ({ row }) => row.numbers.join('、') },
  { name: '主办单位', width: 24, of: ({ row }, _, rules) => organNamed(row.lead, rules).name },
  { name: '责任人', width: 12, of: ({ state }) => officerOf(state) },
  { name: '事项', width: 40, of: ({ state }) => state.title },
  { name: '办理状态', width: 20, of: ({ state }) => statusTextOf(state) },
  { name: '标记', width: 14, of: ({ row }) => row.marks.map((mark) => MARKS[mark]).join('、') },
  { name: '最近期限', width: 18, of: dueOf((dueAt) => endOf(dueAt)) },
  { name: '期限情况', width: 18, of: dueOf((dueAt, now) => distance(now, dueAt)) },
  { name: '等待单位', width: 24, of: ({ row }, _, rules) => organNamed(row.waitsFor, rules).name },
  {
    name: '时间节点',
    width: 48,
    of: ({ state }, _, { policies }) =>
      runningClocks(state)
        .map((clock) => `${dutyOf(clock, policies)} ${endOf(clock.dueAt)}`)
        .join('；'),
  },
  { name: '协办单位及责任人', width: 32, of: assistingOf },
  { name: '污染类型', width: 14, of: ({ row }) => row.types.join('、') },
  { name: '地点', width: 30, of: ({ row }) => row.place ?? '' },
  { name: '来信渠道', width: 14, of: ({ row }) => CHANNEL_WORDS[row.channel] },
  { name: '收到时间', width: 18, of: ({ row }) => stamp(row.receivedAt) },
];

function assistingOf({ state }: ExportedCase, _: Instant, rules: LedgerRules): string {
  const { assisting, officers = [] } = state;
  const named = assisting.map((organ) => {
    const who = officers.filter((one) => one.organ === organ).map(({ name }) => name);
    return `${organNamed(organ, rules).name}${who.length > 0 ? `（${who.join('、')}）` : ''}`;
  });
  return named.join('；');
}

/** "2026-10-14 09:00" in Beijing, which sorts as it reads. */
const stamp = (instant: Instant): string => `${dayOf(instant)} ${timeOf(instant)}`;

/** The end of a day is the end of the last one that counts. */
const endOf = (dueAt: Instant): string => (timeOf(dueAt) === '00:00' ? `${lastDayOf(dueAt)} 24:00` : stamp(dueAt));

/** What an answer holds in base64, with room for the rest of the workbook. */
const MAX_BYTES = 4_000_000;

/** The names of the columns, a row a case, and last as of when it is, and whether it is all. */
export function ledgerOf({ cases, isAll }: ExportedCases, now: Instant, rules: LedgerRules): readonly string[][] {
  const rows: string[][] = [];
  let left = MAX_BYTES;
  for (const one of cases) {
    const row = COLUMNS.map((column) => column.of(one, now, rules));
    left -= Buffer.byteLength(row.join());
    if (left < 0) break;
    rows.push(row);
  }
  const isWhole = isAll && rows.length === cases.length;
  const says = isWhole ? `共${rows.length}件` : `未完：只列出前${rows.length}件，请缩小范围后再导出`;
  const last = COLUMNS.map((_, at) => (at === 0 ? `截至${moment(now)}，${says}` : ''));
  return [COLUMNS.map(({ name }) => name), ...rows, last];
}
