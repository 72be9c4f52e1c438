import { addDays } from '../calendar/day.ts';
import { DIGEST_TEXT, digestBy } from '../digests.ts';
import type { Row } from '../lists/row.ts';
import { type Organ, organNamed, provinceTop, type Roster } from '../organs.ts';
import { addressesOf } from './addresses.ts';
import type { Notice } from './notice.ts';
import { SUMMARIES, type Summary, type SummaryTerm } from './summary-terms.ts';
import { dateText, deadline, distance } from './words.ts';

/** 各单位办理情况 in a time: what came, was answered, is overdue at its end, satisfied, and had been complained of before. */
export interface UnitCount {
  readonly organ: string;
  readonly received: number;
  readonly closed: number;
  readonly overdue: number;
  readonly satisfied: number;
  readonly repeated: number;
}

/** So many lines are read in one letter; the desk has all. */
const MOST = 50;

/**
 * To the head of an organ, and by what: the head of the province gets the summaries unless they do not want them, other
 * heads where they chose them. What is overdue goes along with another letter of the morning; whoever chose how to get
 * it gets it in any case.
 */
function deliveryOf(summary: Summary, { id, contacts }: Organ, roster: Roster): Pick<Notice, 'wait'> & { by: string } {
  const { digests } = contacts.find(({ role }) => role === 'leader') ?? {};
  const isChosen = digests?.[summary] !== undefined;
  if (summary === 'overdue') return { by: digestBy(summary, digests), wait: isChosen ? 'list' : 'along' };
  return { by: isChosen || id === provinceTop(roster) ? digestBy(summary, digests) : 'none', wait: 'list' };
}

/** Whether the head of that organ gets it, where there is something to tell. */
export function isToldOf(summary: Summary, organ: Organ, roster: Roster): boolean {
  const hasHead = organ.contacts.some(({ role }) => role === 'leader');
  return hasHead && deliveryOf(summary, organ, roster).by !== 'none';
}

/** The notice of a term to the head of an organ, with these lines; it holds numbers, matters and places alone. */
export function summaryNotice(term: SummaryTerm, organ: Organ, lines: readonly string[], roster: Roster): Notice {
  const { summary, day, at } = term;
  const { by, wait } = deliveryOf(summary, organ, roster);
  const transport = by === 'sms' ? 'sms' : 'email';
  const caseId = `SUMMARY-${summary}-${day}`;
  const name = DIGEST_TEXT[summary];
  const kind = summary === 'overdue' ? '超期' : name;
  return {
    id: `${caseId}#${organ.id}#leader#${transport}`,
    caseId,
    at,
    addresses: addressesOf(organ, 'leader', transport, at, roster),
    subject: `【${kind}】${organ.name}${name}（${periodOf(term)}）`,
    text: [titleOf(term, organ), ...lines.slice(0, MOST), ...moreThan(lines)].join('\n'),
    sms: {
      use: 'staff',
      values: {
        ...{ kind, receipt: day, place: organ.name, matter: name },
        ...{ duty: `共${lines.length}项，请看工作台`, due: '—', next: '' },
      },
    },
    wait,
    ...(summary === 'overdue' && { dueAt: at }),
  };
}

const moreThan = ({ length }: readonly string[]): readonly string[] =>
  length > MOST ? [`另有${length - MOST}项，请看工作台。`] : [];

const periodOf = ({ summary, day, from, until }: SummaryTerm): string =>
  summary === 'overdue' ? dateText(day) : `${dateText(from)}至${dateText(addDays(until, -1))}`;

const titleOf = (term: SummaryTerm, { name }: Organ): string =>
  term.summary === 'overdue'
    ? `${name}主办、已经超期的信访事项：`
    : `${periodOf(term)}${name}及下级单位生态环境信访办理情况：`;

/** One case that is overdue. */
export const overdueLine = ({ id, types, place, dueAt }: Row, { at }: SummaryTerm): string =>
  `${id}：${types.join('、') || '类型待定'}，${place ?? '地点待核实'}，期限${deadline(dueAt!)}，${distance(at, dueAt!)}`;

/** One unit of a summary. */
export const unitLine = (count: UnitCount, roster: Roster): string =>
  `${organNamed(count.organ, roster).name}：收到${count.received}件，办结${count.closed}件，超期${count.overdue}件，满意${count.satisfied}件，重复反映${count.repeated}件`;

/** What the notice of that id is of; undefined for any other notice. */
export function summaryIn(noticeId: string): { summary: Summary; day: string; organ: string } | undefined {
  const { summary, day = '', organ = '' } = ID.exec(noticeId)?.groups ?? {};
  const known = SUMMARIES.find((one) => one === summary);
  return known && { summary: known, day, organ };
}

const ID = /^SUMMARY-(?<summary>[a-z]+)-(?<day>\d{4}-\d\d-\d\d)#(?<organ>[^#]+)#leader#(email|sms)$/;

/** Whether that is the id of what marks a term as put by, which is no notice. */
export const isMark = (noticeId: string): boolean => /^SUMMARY-[a-z]+-\d{4}-\d\d-\d\d$/.test(noticeId);
