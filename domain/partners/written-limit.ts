import { addHours } from '../calendar/day.ts';
import { type Limit, limitSchema } from '../clocks/set-limit.ts';
import { numberIn } from '../text/number-words.ts';
import { instantWritten } from './written-time.ts';

/** What a bare number counts, where a partner's format says so. */
export const LIMIT_UNITS = ['hours', 'calendar-days', 'working-days'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

/** How a partner writes its limits. */
interface Writing {
  /** Offset of its times from UTC, such as "+08:00". */
  readonly zone: string;
  readonly unit?: LimitUnit | undefined;
}

const NUMBER = '(\\d{1,3}|[一二两三四五六七八九十百]{1,5})';
const PERIODS: readonly (readonly [RegExp, LimitUnit])[] = [
  [new RegExp(`^${NUMBER}个?小时$`), 'hours'],
  [new RegExp(`^${NUMBER}个?工作日$`), 'working-days'],
  [new RegExp(`^${NUMBER}个?(?:自然日|日历日|日|天)$`), 'calendar-days'],
];
const NTH_DAY = new RegExp(`^第${NUMBER}(?:日|天)(.*)$`);
const DATE = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(.*)$/;
/** What ends a period, and what follows a day: “5日前” may be the fifth of a month, and is no period. */
const WITHIN = /(?:以内|之内|内)$/;
const BEFORE = /之?前$/;
const HOUR = /^(上午|中午)?(\d{1,2})(?:[:：](\d\d)(?::\d\d)?|[时点](半|(\d\d)分)?)$/;
const DAY_PARTS: Readonly<Record<string, string>> = { '': '24:00', 中午: '12:00', 正午: '12:00', 下班: '18:00' };

/**
 * The limit that a partner wrote: "5个工作日", "七日内", "48小时", "第五日中午12:00前", "2026年12月5日前", a time as programs write it,
 * or a bare number where its unit is known. A day without an hour is that whole day. Undefined for what is none of these
 * ("尽快"): a limit is never guessed.
 */
export function limitWritten(written: string, { zone, unit }: Writing): Limit | undefined {
  const within = written.normalize('NFKC').replace(/\s+/g, ' ').trim().replace(WITHIN, '').trim();
  const text = within.replace(BEFORE, '').trim();
  return (
    periodWritten(within.replaceAll(' ', ''), unit) ??
    nthDay(text.replaceAll(' ', '')) ??
    dayWritten(text, zone) ??
    momentWritten(text, zone)
  );
}

function periodWritten(text: string, unit: LimitUnit | undefined): Limit | undefined {
  if (unit && /^\d{1,3}$/.test(text)) return counted(unit, text);
  const found = PERIODS.map(([pattern, counts]) => ({ counts, number: pattern.exec(text)?.[1] })).find(
    (one) => one.number,
  );
  return found?.number === undefined ? undefined : counted(found.counts, found.number);
}

function nthDay(text: string): Limit | undefined {
  const [, number = '', rest = ''] = NTH_DAY.exec(text) ?? [];
  const by = timeOfDay(rest);
  return number === '' || by === undefined ? undefined : counted('calendar-days', number, by);
}

function dayWritten(text: string, zone: string): Limit | undefined {
  const [, year = '', month = '', day = '', rest = ''] = DATE.exec(text) ?? [];
  const by = timeOfDay(rest);
  const at = (time: string) => instantWritten(`${year}-${month}-${day} ${time}`, ['yyyy-MM-dd HH:mm'], zone);
  const midnight = at('00:00');
  if (by === undefined || midnight === undefined) return undefined;
  const until = by === '24:00' ? addHours(midnight, 24) : at(by);
  return until === undefined ? undefined : asked({ until });
}

function momentWritten(text: string, zone: string): Limit | undefined {
  const until = instantWritten(text, [], zone);
  if (until === undefined) return undefined;
  const isDay = MIDNIGHT.test(text.slice('2026-12-05 '.length)) && isMidnight(until, zone);
  return asked({ until: isDay ? addHours(until, 24) : until });
}

function counted(unit: LimitUnit, written: string, by?: string): Limit | undefined {
  return asked({ unit, count: numberIn(written), ...(by !== undefined && by !== '24:00' && { by }) });
}

/** Undefined for what nobody can mean. */
const asked = (limit: unknown): Limit | undefined => limitSchema().safeParse(limit).data;

/** "HH:MM" of what is said after a day; undefined for what is no time of day. */
function timeOfDay(written: string): string | undefined {
  const said = written.trim();
  if (Object.hasOwn(DAY_PARTS, said)) return DAY_PARTS[said];
  if (MIDNIGHT.test(said)) return '24:00';
  const [, part = '', number, minutes, half, minute] = HOUR.exec(said) ?? [];
  const hour = number === undefined ? undefined : hourOf(part, Number(number));
  if (hour === undefined) return undefined;
  return `${String(hour).padStart(2, '0')}:${minutes ?? minute ?? (half === undefined ? '00' : '30')}`;
}

/** As programs write a day that has no hour, by itself or before its zone. */
const MIDNIGHT = /^0?0:00(?::00(?:[.,]0+)?)?(?![\d:])/;
const DAY_MS = 86_400_000;

const isMidnight = (at: string, zone: string): boolean =>
  (Date.parse(at) - Date.parse(`1970-01-01T00:00:00${zone}`)) % DAY_MS === 0;

/** Of 24. 中午 lasts from eleven to two in the afternoon; 上午 ends at noon. Undefined where the two do not agree. */
function hourOf(part: string, hour: number): number | undefined {
  if (part === '中午' && (hour === 1 || hour === 2)) return hour + 12;
  const [from, to] = HOURS[part]!;
  return from <= hour && hour <= to ? hour : undefined;
}

const HOURS: Readonly<Record<string, readonly [number, number]>> = { '': [0, 24], 上午: [0, 12], 中午: [11, 14] };
