import type { HandlingWays } from '../../case/outside/handling-ways.ts';
import { LISTED_WAYS } from '../../case/outside/sent-ways.ts';
import { organNamed, provinceTop } from '../../organs.ts';
import { addressesOf } from '../addresses.ts';
import { listMessage } from '../list-message.ts';
import type { Notice } from '../notice.ts';
import { bodyOf, toldIn } from '../wording.ts';
import type { Term } from './list-terms.ts';
import { LIST_KINDS, sayList } from './list-texts.ts';
import type { ToldRoster } from './summary-letter.ts';

export type ListedWay = (typeof LISTED_WAYS)[number];

/** Of a list: how many cases wait to be sent, and how many of them fitted it only since the term before. */
export interface ToSend {
  readonly way: ListedWay;
  readonly count: number;
  readonly fresh: number;
}

/**
 * 定期清单通知: tells who sees to all of the province how many open cases stand in the list of each way and were not sent
 * by it. Holds numbers and addresses of the desk, and nothing of a case. It waits for a list, so that it is deferred
 * before anybody counts.
 */
export function wayListLetter(
  term: Term,
  lists: readonly ToSend[],
  rules: ToldRoster,
  { ways }: Pick<HandlingWays, 'ways'>,
) {
  const top = provinceTop(rules);
  const linesOf = ({ way, count, fresh }: ToSend) =>
    bodyOf(sayList('way-list', { way: ways[way].name, count, fresh, address: addressOf(way) }), rules.texts);
  const said = { day: term.day, at: term.at };
  const words =
    lists.length > 0
      ? sayList('way-lists', { ...said, lists: lists.map(linesOf).join('\n') })
      : sayList('way-lists-none', said);
  const { subject, body, sms = '' } = toldIn(words, rules.texts);
  const notice: Notice = {
    id: `${WAYS}${term.day}`,
    caseId: `${WAYS}${term.day}`,
    at: term.at,
    addresses: addressesOf(organNamed(top, rules), 'handler', 'email', term.at, rules),
    subject: `【${KIND}】${subject}`,
    text: body,
    sms: listMessage({ kind: KIND, name: '待发送清单', of: '全省', day: term.day, duty: sms }),
    wait: 'list',
  };
  return notice;
}

const KIND = LIST_KINDS['way-lists']!;
const WAYS = 'WAYS-';

/** The day of the term that the notice of that id is of; undefined for any other notice. */
export const termDayIn = (noticeId: string): string | undefined =>
  /^WAYS-(?<day>\d{4}-\d\d-\d\d)$/.exec(noticeId)?.groups?.day;

const addressOf = (way: ListedWay): string => `/desk?scope=province&tab=open&toSend=${way}`;

/** Each list that a letter names, in the order of the ways. */
export const listsNamed = (countOf: (way: ListedWay) => Omit<ToSend, 'way'>): readonly ToSend[] =>
  LISTED_WAYS.map((way) => ({ way, ...countOf(way) })).filter(({ count }) => count > 0);
