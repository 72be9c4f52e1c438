/**
 * 行政区划代码 (民政部令第79号): six digits, province, city and county by two each; "00" stands for the whole. Towns and
 * streets have three digits more. A code that was ended is never given again.
 */
export type Division = string;

/** Where nothing finer is certain. */
export const WHOLE_COUNTRY: Division = '000000';

/** Whether an area contains a division; every area contains itself. */
export function covers(area: Division, division: Division): boolean {
  return division.startsWith(significant(area));
}

/** How fine a division is: 0 the country, 1 province, 2 city, 3 county, 4 town. */
export function finenessOf(division: Division): 0 | 1 | 2 | 3 | 4 {
  if (division.length > 6) return 4;
  if (!division.endsWith('00')) return 3;
  if (!division.endsWith('0000')) return 2;
  return division === WHOLE_COUNTRY ? 0 : 1;
}

/** The areas above a division, from the province down, itself last. */
export function chainOf(division: Division): Division[] {
  return [...new Set([`${division.slice(0, 2)}0000`, `${division.slice(0, 4)}00`, division.slice(0, 6), division])];
}

function significant(area: Division): string {
  return finenessOf(area) === 4 ? area : area.slice(0, finenessOf(area) * 2);
}
