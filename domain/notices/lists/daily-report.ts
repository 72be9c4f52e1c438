import { addDays, addHours, type ClockTime, type Day, dayOf, type Instant, instantAt } from '../../calendar/day.ts';
import { covers, type Occasion } from '../../classification/occasions.ts';
import { organNamed, provinceTop } from '../../organs.ts';
import { addressesOf } from '../addresses.ts';
import { listMessage } from '../list-message.ts';
import type { Notice } from '../notice.ts';
import { toldIn } from '../wording.ts';
import { LIST_KINDS, sayList } from './list-texts.ts';
import type { ToldRoster } from './summary-letter.ts';

/** 每日报告 of a key period: the day, when it is due, and of which period. */
export interface DailyReport {
  readonly day: Day;
  readonly at: Instant;
  readonly name: string;
}

export interface ReportCount {
  readonly received: number;
  /** 疑似突发环境事件 among them. */
  readonly emergencies: number;
  /** What is overdue at that moment. */
  readonly overdue: number;
}

type Reporting = Occasion & { readonly dailyReport: ClockTime };

/** The report of that day; undefined on a day on which none is due. */
export function reportOn(day: Day, occasions: readonly Occasion[]): DailyReport | undefined {
  const [first] = occasions
    .filter((one): one is Reporting => one.dailyReport !== undefined && covers(one, day))
    .toSorted((one, other) => one.dailyReport.localeCompare(other.dailyReport));
  return first && { day, at: instantAt(day, first.dailyReport), name: first.name };
}

/** The last report that came due within the last day; one that was missed longer ago is of no use any more. */
export function reportDueBy(now: Instant, occasions: readonly Occasion[]): DailyReport | undefined {
  const found = [dayOf(now), addDays(dayOf(now), -1)].map((day) => reportOn(day, occasions));
  return found.find((report) => report !== undefined && report.at <= now && now < addHours(report.at, 24));
}

const A_YEAR = 366;

/** When the next one is due, within a year. */
export function nextReportAt(now: Instant, occasions: readonly Occasion[]): Instant | undefined {
  if (!occasions.some(({ dailyReport }) => dailyReport !== undefined)) return undefined;
  const days = Array.from({ length: A_YEAR }, (_, n) => addDays(dayOf(now), n));
  return days.map((day) => reportOn(day, occasions)?.at).find((at) => at !== undefined && at > now);
}

/** 零报告: to the head of the province, at the fixed hour of every day, also where there is nothing to tell. */
export function dailyReportNotice(report: DailyReport, counts: ReportCount, roster: ToldRoster): Notice {
  const top = organNamed(provinceTop(roster), roster);
  const caseId = `${PREFIX}${report.day}`;
  const isNone = counts.received === 0 && counts.overdue === 0;
  const said = { name: report.name, day: report.day, at: report.at };
  const words = isNone ? sayList('daily-report-none', said) : sayList('daily-report', { ...said, ...counts });
  const { subject, body, sms = '' } = toldIn(words, roster.texts);
  return {
    id: `${caseId}#${top.id}#leader#email`,
    caseId,
    at: report.at,
    addresses: addressesOf(top, 'leader', 'email', report.at, roster),
    subject: `【${KIND}】${subject}`,
    text: body,
    sms: listMessage({ kind: KIND, name: '每日报告', of: '全省', day: report.day, duty: sms }),
    wait: 'hour',
  };
}

const KIND = LIST_KINDS['daily-report']!;
const PREFIX = 'REPORT-';

/** The day of the report whose notice has that id; undefined for any other notice. */
export const reportDayIn = (noticeId: string): Day | undefined =>
  /^REPORT-(?<day>\d{4}-\d\d-\d\d)#/.exec(noticeId)?.groups?.day;
