import { addDays } from '../../calendar/day.ts';
import { DIGEST_TEXT } from '../../digests.ts';
import type { Row } from '../../lists/row.ts';
import { type Organ, organNamed, provinceTop, type Roster, type RosterContact } from '../../organs.ts';
import type { Texts } from '../../texts/text.ts';
import { addressesOf } from '../addresses.ts';
import { dateText, distance } from '../date-words.ts';
import { listMessage } from '../list-message.ts';
import type { Notice } from '../notice.ts';
import { bodyOf, toldIn } from '../wording.ts';
import { LIST_KINDS, sayList } from './list-texts.ts';
import { SUMMARIES, type Summary, type SummaryTerm } from './summary-terms.ts';

/** 各单位办理情况 in a time: what came, was answered, is overdue at its end, satisfied, and had been complained of before. */
export interface UnitCount {
  readonly organ: string;
  readonly received: number;
  readonly closed: number;
  readonly overdue: number;
  readonly satisfied: number;
  readonly repeated: number;
}

/** The roster, and what people are told with. */
export type ToldRoster = Roster & { readonly texts: Texts };

/** So many lines are read in one letter; the desk has all. */
const MOST = 50;

/** Whose settings count: the first head of an organ. */
export const headOf = (contacts: readonly RosterContact[]): RosterContact | undefined =>
  contacts.find(({ role }) => role === 'leader');

/**
 * By what a digest comes to that head of an organ: as they chose. Who chose nothing gets what is overdue, and what did not
 * arrive, by mail; weeks and months come to the head of the province alone.
 */
export function standsAt(summary: Summary, head: RosterContact | undefined, organ: string, roster: Roster) {
  const isTold = summary === 'overdue' || summary === 'undelivered' || organ === provinceTop(roster);
  return head?.digests?.[summary] ?? (isTold ? 'email' : 'none');
}

/**
 * To the head of an organ, and by what. What is overdue goes along with another letter of the morning; whoever chose
 * how to get it gets it in any case.
 */
function deliveryOf(summary: Summary, { id, contacts }: Organ, roster: Roster): Pick<Notice, 'wait'> & { by: string } {
  const head = headOf(contacts);
  const isAlong = summary === 'overdue' && head?.digests?.overdue === undefined;
  return { by: standsAt(summary, head, id, roster), wait: isAlong ? 'along' : 'list' };
}

/** Whether the head of that organ gets it, where there is something to tell. */
export function isToldOf(summary: Summary, organ: Organ, roster: Roster): boolean {
  return headOf(organ.contacts) !== undefined && deliveryOf(summary, organ, roster).by !== 'none';
}

/**
 * The notice of a term to the head of an organ, with these lines; it holds numbers, matters and places alone. One that
 * was deferred goes out by the transport that its id names: settings chosen since count from the next term.
 */
export function summaryNotice(
  term: SummaryTerm,
  organ: Organ,
  lines: readonly string[],
  roster: ToldRoster,
  named?: SummaryTransport,
): Notice {
  const { summary, day, at } = term;
  const { by, wait } = deliveryOf(summary, organ, roster);
  const transport = named ?? (by === 'sms' ? 'sms' : 'email');
  const caseId = `SUMMARY-${summary}-${day}`;
  const kind = LIST_KINDS[`digest-${summary}`]!;
  const { subject, body, sms = '' } = toldIn(sayList(`digest-${summary}`, saidOf(term, organ, lines)), roster.texts);
  return {
    id: `${caseId}#${organ.id}#leader#${transport}`,
    caseId,
    at,
    addresses: addressesOf(organ, 'leader', transport, at, roster),
    subject: `【${kind}】${subject}`,
    text: body,
    sms: listMessage({ kind, name: DIGEST_TEXT[summary], of: organ.name, day, duty: sms }),
    wait,
    ...(summary === 'overdue' && { dueAt: at }),
  };
}

const saidOf = (term: SummaryTerm, { name }: Organ, lines: readonly string[]) => ({
  ...{ organ: name, period: periodOf(term), count: lines.length },
  lines: lines.length > 0 ? lines.slice(0, MOST).join('\n') : undefined,
  more: lines.length > MOST ? lines.length - MOST : undefined,
});

function periodOf({ summary, day, from, until }: SummaryTerm): string {
  if (summary === 'overdue') return dateText(day);
  const last = addDays(until, -1);
  return last === from ? dateText(from) : `${dateText(from)}至${dateText(last)}`;
}

/** One case that is overdue. */
export function overdueLine({ id, types, place, dueAt }: Row, { at }: SummaryTerm, texts: Texts): string {
  const due = dueAt!;
  const what = { types: types.join('、') || '类型待定', place: place ?? '地点待核实' };
  return bodyOf(sayList('digest-case', { receipt: id, ...what, due, late: distance(at, due) }), texts);
}

/** One unit of a summary. */
export const unitLine = (count: UnitCount, roster: ToldRoster): string =>
  bodyOf(sayList('digest-unit', { ...count, organ: organNamed(count.organ, roster).name }), roster.texts);

type SummaryTransport = 'email' | 'sms';

/** What the notice of that id is of, and by what it goes first; undefined for any other notice. */
export function summaryIn(noticeId: string) {
  const { summary, day = '', organ = '', by } = ID.exec(noticeId)?.groups ?? {};
  const known = SUMMARIES.find((one) => one === summary);
  const transport: SummaryTransport = by === 'sms' ? 'sms' : 'email';
  return known && { summary: known, day, organ, transport };
}

const ID = /^SUMMARY-(?<summary>[a-z]+)-(?<day>\d{4}-\d\d-\d\d)#(?<organ>[^#]+)#leader#(?<by>email|sms)$/;

/** Whether that is the id of what marks a term as deferred, which is no notice. */
export const isMark = (noticeId: string): boolean => /^SUMMARY-[a-z]+-\d{4}-\d\d-\d\d$/.test(noticeId);
