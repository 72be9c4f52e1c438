import type { Instant } from '../calendar/day.ts';
import type { WayCode } from '../case/outside/sent-ways.ts';
import type { CaseStatus } from '../case/status.ts';
import type { Channel } from '../complaint.ts';
import { holdsPart } from '../receipt.ts';
import type { Row } from './row.ts';

/** What of a list somebody wants to see: all of these must be so. */
export interface Filters {
  readonly status?: CaseStatus | undefined;
  /** 污染类型. */
  readonly type?: string | undefined;
  /** One of the six ways of handling that fits it now. */
  readonly way?: WayCode | undefined;
  /** One of them that fits it now, and by which it was not sent yet, to anybody. */
  readonly toSend?: WayCode | undefined;
  /** A mark, or a flag. */
  readonly mark?: string | undefined;
  readonly channel?: Channel | undefined;
  /** 被反映单位, by any part of its name. */
  readonly accused?: string | undefined;
  readonly receipt?: string | undefined;
  /** Signs of a receipt in a row. */
  readonly receiptPart?: string | undefined;
  /** 工单编号; for an inspection the item, or "batch/item". */
  readonly number?: string | undefined;
  /** Any part of the place's full name, or several, apart. */
  readonly place?: string | undefined;
  /** The organ that must act next. */
  readonly waitsFor?: string | undefined;
  readonly lead?: string | undefined;
  /** 责任人, by their `sub`. */
  readonly officer?: string | undefined;
  /** Open, with a deadline before that instant. */
  readonly dueBefore?: Instant | undefined;
}

/** What a filter looks up beside the row. */
export interface LookUps {
  /** Names of an organ. */
  readonly namesOf: (organ: string) => readonly string[];
  readonly waysOf: (row: Row) => readonly WayCode[];
}

/** As people type it: in full width, with blanks. */
const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

type Fits = (row: Row, wanted: string, look: LookUps) => boolean;

const isOfWay: Fits = (row, wanted, { waysOf }) => waysOf(row).some((way) => way === wanted);

const FITS: Readonly<Record<keyof Filters, Fits>> = {
  status: ({ status }, wanted) => status === wanted,
  type: ({ types }, wanted) => types.includes(wanted),
  way: isOfWay,
  toSend: (row, wanted, look) => !row.sentBy.includes(wanted) && isOfWay(row, wanted, look),
  mark: ({ marks, flags }, wanted) => [...marks, ...flags].some((one) => one === wanted),
  channel: ({ channel }, wanted) => channel === wanted,
  accused: ({ accused = [] }, wanted, { namesOf }) =>
    accused.some((organ) => namesOf(organ).some((name) => folded(name).includes(folded(wanted)))),
  receipt: ({ id }, wanted) => id === wanted,
  receiptPart: ({ id }, wanted) => holdsPart(id, wanted),
  number: ({ numbers }, wanted) =>
    numbers.some((one) => folded(one) === folded(wanted) || folded(one).endsWith(`/${folded(wanted)}`)),
  place: ({ place = '' }, wanted) => wanted.split(/\s+/).every((part) => place.includes(folded(part))),
  waitsFor: ({ waitsFor }, wanted) => waitsFor === wanted,
  lead: ({ lead }, wanted) => lead === wanted,
  officer: ({ officers }, wanted) => officers.includes(wanted),
  dueBefore: ({ dueAt }, wanted) => dueAt !== undefined && dueAt < wanted,
};

/** Whether a case fits all that is asked for. */
export function fitsAll(row: Row, filters: Filters, look: LookUps): boolean {
  const asked = Object.entries(filters) as [keyof Filters, string | undefined][];
  return asked.every(([name, wanted]) => wanted === undefined || FITS[name](row, wanted, look));
}
