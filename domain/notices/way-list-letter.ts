import type { HandlingWays } from '../case/handling-ways.ts';
import { LISTED_WAYS } from '../case/ways.ts';
import { organNamed, provinceTop, type Roster } from '../organs.ts';
import { addressesOf } from './addresses.ts';
import type { Term } from './list-terms.ts';
import type { Notice } from './notice.ts';
import { dateText, moment } from './words.ts';

export type ListedWay = (typeof LISTED_WAYS)[number];

/** Of a list: how many cases wait to be sent, and how many of them fitted it only since the term before. */
export interface ToSend {
  readonly way: ListedWay;
  readonly count: number;
  readonly fresh: number;
}

/**
 * 定期清单通知: tells who sees to all of the province how many open cases stand in the list of each way and were not sent
 * by it. Holds numbers and addresses of the desk, and nothing of a case. It waits for a list, so that it is put by
 * before anybody counts.
 */
export function wayListLetter(
  term: Term,
  lists: readonly ToSend[],
  rules: Roster,
  { ways }: Pick<HandlingWays, 'ways'>,
) {
  const top = provinceTop(rules);
  const subject = `六种办理方式待发送清单（${dateText(term.day)}）`;
  const lines = lists.map(
    ({ way, count, fresh }) => `${ways[way].name}：${count}件，其中上期以来新增${fresh}件。清单：${addressOf(way)}`,
  );
  const counted = `截至${moment(term.at)}，全省在办信访件中符合下列办理方式、尚未按该方式发送的：`;
  const opening =
    lines.length > 0
      ? [counted, ...lines].join('\n')
      : `截至${moment(term.at)}，没有待按定期办理方式发送的在办信访件。`;
  const asked = '请打开工作台清单逐件核对，导出台账，选定后批量登记发送。已按该方式发送的不再列入。';
  const notice: Notice = {
    id: `${WAYS}${term.day}`,
    caseId: `${WAYS}${term.day}`,
    at: term.at,
    addresses: addressesOf(organNamed(top, rules), 'handler', 'email', term.at, rules),
    subject: `【定期】${subject}`,
    text: lines.length > 0 ? `${opening}\n\n${asked}` : opening,
    sms: {
      use: 'staff',
      values: {
        kind: '定期',
        receipt: term.day,
        place: '全省',
        matter: '待发送清单',
        duty: '核对并发送',
        due: '—',
        next: '',
      },
    },
    wait: 'list',
  };
  return notice;
}

const WAYS = 'WAYS-';

/** The day of the term that the notice of that id is of; undefined for any other notice. */
export const termDayIn = (noticeId: string): string | undefined =>
  /^WAYS-(?<day>\d{4}-\d\d-\d\d)$/.exec(noticeId)?.groups?.day;

const addressOf = (way: ListedWay): string => `/desk?scope=province&tab=open&toSend=${way}`;

/** Each list that a letter names, in the order of the ways. */
export const listsNamed = (countOf: (way: ListedWay) => Omit<ToSend, 'way'>): readonly ToSend[] =>
  LISTED_WAYS.map((way) => ({ way, ...countOf(way) })).filter(({ count }) => count > 0);
