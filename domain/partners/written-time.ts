import type { Instant } from '../calendar/day.ts';

const PARTS = {
  yyyy: '(?<yyyy>\\d{4})',
  MM: '(?<MM>\\d{1,2})',
  dd: '(?<dd>\\d{1,2})',
  HH: '(?<HH>\\d{1,2})',
  mm: '(?<mm>\\d{1,2})',
  ss: '(?<ss>\\d{1,2})',
};
const PART = /yyyy|MM|dd|HH|mm|ss/g;

/** Whether a time can be written so: it needs a year, a month and a day. */
export const isTimePattern = (pattern: string): boolean => ['yyyy', 'MM', 'dd'].every((part) => pattern.includes(part));

/**
 * The instant that a partner wrote in one of these ways, or as programs write times by themselves: see
 * `instantOfProgram`. Undefined when it fits none, or no calendar has that day.
 */
export function instantWritten(text: string, patterns: readonly string[], zone: string): Instant | undefined {
  for (const pattern of patterns) {
    const groups = expressionOf(pattern).exec(text)?.groups;
    const instant = groups && instantOf(groups, zone);
    if (instant) return instant;
  }
  return instantOfProgram(text, zone);
}

const CLOCK = String.raw`(?<HH>\d\d):(?<mm>\d\d)(?::(?<ss>\d\d)(?:[.,](?<SSS>\d{1,9}))?)?`;
const OFFSET = String.raw`(?: ?(?<offset>Z|[+-]\d\d(?::?\d\d)?))?(?:\[[\w/+-]+\])?`;
const PROGRAMS = [
  // ISO 8601, with or without its T, its colon and its zone: OffsetDateTime, SimpleDateFormat, Timestamp,
  // ZonedDateTime.
  new RegExp(`^(?<yyyy>\\d{4})-(?<MM>\\d\\d)-(?<dd>\\d\\d)[T ]${CLOCK}${OFFSET}$`),
  /^(?<yyyy>\d{4})(?<MM>\d\d)(?<dd>\d\d)(?<HH>\d\d)(?<mm>\d\d)(?<ss>\d\d)(?<SSS>\d{3})?$/,
  // java.util.Date: "Fri Nov 20 21:03:00 CST 2026".
  /^\w{3} (?<MM>\w{3}) (?<dd>\d\d) (?<HH>\d\d):(?<mm>\d\d):(?<ss>\d\d) (?<offset>\w+) (?<yyyy>\d{4})$/,
];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A time as Java and its like write it unasked, milliseconds or seconds since 1970 among them. Without an offset, or
 * with a name for it, it is of that zone.
 */
function instantOfProgram(text: string, zone: string): Instant | undefined {
  if (/^\d{10}(\d{3})?$/.test(text)) return new Date(Number(text.padEnd(13, '0'))).toISOString();
  const groups = PROGRAMS.map((program) => program.exec(text)?.groups).find(Boolean);
  if (!groups) return undefined;
  const month = MONTHS.indexOf(groups.MM ?? '') + 1;
  return instantOf({ ...groups, ...(month > 0 && { MM: String(month) }) }, offsetOf(groups.offset) ?? zone);
}

function offsetOf(written: string | undefined): string | undefined {
  if (/^(Z|GMT|UTC)$/.test(written ?? '')) return '+00:00';
  const [, hours, minutes = '00'] = /^([+-]\d\d):?(\d\d)?$/.exec(written ?? '') ?? [];
  return hours && `${hours}:${minutes}`;
}

/** Everything but the parts stands for itself; a part may lack its leading zero unless the next follows at once. */
function expressionOf(pattern: string): RegExp {
  const packed = /(?:yyyy|MM|dd|HH|mm)(?=MM|dd|HH|mm|ss)/.test(pattern);
  const source = pattern
    .split(/(yyyy|MM|dd|HH|mm|ss)/)
    .map((piece) =>
      piece.match(PART) ? PARTS[piece as keyof typeof PARTS] : piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${packed ? source.replaceAll('{1,2}', '{2}') : source}$`);
}

function instantOf(
  { yyyy, MM, dd, HH = '0', mm = '0', ss = '0', SSS = '' }: Partial<Record<string, string>>,
  zone: string,
): Instant | undefined {
  const two = (digits = '') => digits.padStart(2, '0');
  const local = `${yyyy}-${two(MM)}-${two(dd)}T${two(HH)}:${two(mm)}:${two(ss)}`;
  const asUtc = Date.parse(`${local}Z`);
  // 30 February is taken for 2 March by some.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 19) !== local) return undefined;
  const instant = new Date(`${local}.${SSS.padEnd(3, '0').slice(0, 3)}${zone}`);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
