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

/** The instant that a partner wrote in one of these ways; undefined when it fits none, or no calendar has that day. */
export function instantWritten(text: string, patterns: readonly string[], zone: string): Instant | undefined {
  for (const pattern of patterns) {
    const groups = expressionOf(pattern).exec(text)?.groups;
    const instant = groups && instantOf(groups, zone);
    if (instant) return instant;
  }
  return undefined;
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
  { yyyy, MM, dd, HH = '0', mm = '0', ss = '0' }: Partial<Record<string, string>>,
  zone: string,
): Instant | undefined {
  const two = (digits = '') => digits.padStart(2, '0');
  const local = `${yyyy}-${two(MM)}-${two(dd)}T${two(HH)}:${two(mm)}:${two(ss)}`;
  const asUtc = Date.parse(`${local}Z`);
  // 30 February is taken for 2 March by some.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 19) !== local) return undefined;
  return new Date(`${local}${zone}`).toISOString();
}
