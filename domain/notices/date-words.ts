import { type Day, dayOf, type Instant, timeOf, weekdayOf } from '../calendar/day.ts';
import type { Period } from '../clocks/clock-rule.ts';
import { lastDayOf } from '../clocks/deadline.ts';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const MINUTE_MS = 60_000;

/** "2026年10月14日（周三）09:00", in Beijing. */
export function moment(instant: Instant): string {
  return `${date(dayOf(instant))}${timeOf(instant)}`;
}

/** A deadline for people: "2026年10月14日（周三）24:00", the end of the day being the end of the last day. */
export function deadline(dueAt: Instant): string {
  return timeOf(dueAt) === '00:00' ? `${date(lastDayOf(dueAt))}24:00` : moment(dueAt);
}

/** "10月14日24:00": for text messages. */
export function shortDeadline(dueAt: Instant): string {
  return short(deadline(dueAt));
}

/** "10月14日09:00": for text messages. */
export function shortMoment(instant: Instant): string {
  return short(moment(instant));
}

/** "还有3天2小时" or "已超期5小时20分钟", as of `now`; minutes only within a day. */
export function distance(now: Instant, dueAt: Instant): string {
  const minutes = Math.round((Date.parse(dueAt) - Date.parse(now)) / MINUTE_MS);
  return minutes > 0 ? `还有${span(minutes)}` : minutes === 0 ? '现已到期' : `已超期${span(-minutes)}`;
}

/** "15日", as the law writes it. */
export function periodText({ unit, count }: Period): string {
  return `${count}${{ hours: '小时', 'calendar-days': '日', 'calendar-months': '个月', 'working-days': '个工作日' }[unit]}`;
}

/** "2026年10月14日": under a letter. */
export function dateText(day: Day): string {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
}

function date(day: Day): string {
  return `${dateText(day)}（${WEEKDAYS[weekdayOf(day)]}）`;
}

function span(minutes: number): string {
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts =
    days > 0
      ? [
          [days, '天'],
          [hours, '小时'],
        ]
      : [
          [hours, '小时'],
          [rest, '分钟'],
        ];
  return parts.map(([count, unit]) => (count === 0 ? '' : `${count}${unit}`)).join('');
}

function short(text: string): string {
  return text.replace(/^\d+年/, '').replace(/（.*）/, '');
}
