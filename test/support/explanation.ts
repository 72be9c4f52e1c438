import { addDays, addHours, addMonths, type Day, dayOf, type Instant, instantAt } from '../../domain/calendar/day.ts';

/** The day that a printed explanation of a deadline leads to, by nothing but its words: whoever counts after it gets there. */
export function deadlineIn(lines: readonly string[]): Instant {
  const said = (label: string): string =>
    lines.find((line) => line.startsWith(`${label}：`))?.slice(label.length + 1) ?? '';
  const start = momentIn(said('起算'));
  const moved = numberIn(said('中止'), /的(\d+)日/) + numberIn(said('延长'), /(\d+)日/);
  return addHours(periodEnd(said('期限'), start, daysIn(said('不计'), dayOf(start))), moved * 24);
}

/** The day that it names at its end. */
export const endIn = (lines: readonly string[]): Instant => momentIn(lines.find((line) => line.startsWith('届满：'))!);

function periodEnd(said: string, start: Instant, off: ReadonlySet<Day>): Instant {
  if (said.startsWith('指定至')) return momentIn(said);
  const count = numberIn(said, /^(\d+)/);
  if (said.includes('小时')) return addHours(start, count);
  const by = /至最后一日(\d\d:\d\d)/.exec(said)![1]!;
  if (said.includes('个月')) return instantAt(addMonths(dayOf(start), count), by);
  let day = dayOf(start);
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (!off.has(day)) left -= 1;
  }
  return instantAt(day, by);
}

/** "10月1日至7日（国庆节）、12月31日至2027年1月3日（元旦）" as days; a year that is not said is that of the start. */
function daysIn(said: string, start: Day): ReadonlySet<Day> {
  const days = new Set<Day>();
  for (const stretch of said.split(/（.*?）、?/).filter(Boolean)) {
    const [first, last = first] = stretch.split('至') as [string, string | undefined];
    const from = dayIn(first, start);
    const to = dayIn(last, from);
    for (let day = from; day <= to; day = addDays(day, 1)) days.add(day);
  }
  return days;
}

function dayIn(said: string, near: Day): Day {
  const [, year = near.slice(0, 4), month = near.slice(5, 7), day = ''] = /^(?:(\d+)年)?(?:(\d+)月)?(\d+)日$/.exec(
    said,
  )!;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function momentIn(said: string): Instant {
  const [, day, time] = /(\d+年\d+月\d+日)（周.）(\d\d:\d\d)/.exec(said)!;
  return instantAt(dayIn(day!, ''), time!);
}

const numberIn = (said: string, pattern: RegExp): number => Number(pattern.exec(said)?.[1] ?? 0);
