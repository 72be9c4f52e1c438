/** 行政区划代码: six digits of GB/T 2260, province, city and county by two each; "00" stands for the whole. */
export type Division = string;

/** Whether an area contains a division; every area contains itself. */
export function covers(area: Division, division: Division): boolean {
  return division.startsWith(significant(area));
}

/** How fine a division is: 1 province, 2 city, 3 county. */
export function finenessOf(division: Division): 1 | 2 | 3 {
  if (!division.endsWith('00')) return 3;
  return division.endsWith('0000') ? 1 : 2;
}

/** The areas above a division, from the province down, itself last. */
export function chainOf(division: Division): Division[] {
  return [...new Set([`${division.slice(0, 2)}0000`, `${division.slice(0, 4)}00`, division])];
}

function significant(area: Division): string {
  return area.slice(0, finenessOf(area) * 2);
}
