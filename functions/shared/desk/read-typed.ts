import { normaliseReceipt } from '../../../domain/receipt.ts';

/** Full-width letters and every kind of dash, as Chinese keyboards give them, sign by sign. */
const plain = (typed: string): string => typed.normalize('NFKC').replace(/[\p{Pd}\u2212]/gu, '-');

const DAY = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?\s*/;

/** The day that a line begins with, however people write one with its year, and the rest of the line. */
export function dayAtStart(typed: string): { readonly day: string; readonly rest: string } | undefined {
  const [all, year, month = '', day = ''] = DAY.exec(plain(typed)) ?? [];
  if (all === undefined) return undefined;
  return { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, rest: typed.slice(all.length) };
}

/** “2026年12月3日”, “2026.12.3” as the day is kept; what is no day stays as it is, for a schema to refuse. */
export function dayTyped(typed: string): string {
  const found = dayAtStart(typed);
  return found?.rest === '' ? found.day : typed;
}

/** “9：30”, “14点30分” as the time is kept; what is no time stays as it is. */
export function timeTyped(typed: string): string {
  const [all, hour = '', minute = ''] = /^(\d{1,2})(?::|点|时)(\d{2})?分?$/.exec(plain(typed)) ?? [];
  return all === undefined ? typed : `${hour.padStart(2, '0')}:${minute.padEnd(2, '0')}`;
}

/** Not a number for what is none. */
export const numberTyped = (typed: string): number => Number(plain(typed));

/** 登记编号 as it is kept, however it was typed or pasted; what cannot be one stays as it is. */
export const receiptTyped = (typed: string): string => normaliseReceipt(typed) ?? typed;
