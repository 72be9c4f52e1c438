import type { Instant } from '../calendar/day.ts';
import { IMPORTANCES, importanceOf } from './importance.ts';
import { sectionsOf } from './list-sections.ts';
import type { GatheredLetter, Notice, TextMessage } from './notice.ts';
import { batchLetter } from './way-notices.ts';
import { shortMoment } from './words.ts';

/** So many are read in one letter. */
const MOST_IN_A_LIST = 50;
/** As many as are sent in one batch have a line each in one letter. */
const MOST_IN_A_BATCH = 100;

export const mostWith = ({ together }: Notice): number => (together === undefined ? MOST_IN_A_LIST : MOST_IN_A_BATCH);

/** The most important first, of equals the one that was written first. */
export const byImportance = (one: Notice, other: Notice): number => rankOf(one).localeCompare(rankOf(other));

const rankOf = (notice: Notice): string => `${IMPORTANCES.indexOf(importanceOf(notice))}#${notice.at}#${notice.id}`;

/** 通知清单: several notices to one mailbox as one letter, in sections; `desk` is where the desk is found. */
export function listLetter(
  notices: readonly [Notice, ...Notice[]],
  now: Instant,
  desk?: string | undefined,
): GatheredLetter {
  const [first] = notices;
  if (first.together !== undefined) return batchLetter(first.together, notices);
  const kinds = Map.groupBy(notices, kindOf);
  const counts = [...kinds].map(([kind, some]) => `${kind}${some.length}件`).join('、');
  const sections = sectionsOf(notices, now);
  const read = sections.flatMap(([, some]) => some);
  const entryIn = (notice: Notice) => entryOf(notice, read.indexOf(notice) + 1);
  const body = sections.flatMap(([section, some]) => [`◆ ${section}（${some.length}件）`, ...some.map(entryIn)]);
  return {
    subject: `【清单】${shortMoment(now)} 共${notices.length}件：${counts}`,
    cover: `以下${notices.length}件信访事项请分别办理，最紧要的在前。`,
    entries: notices.map(entryIn),
    body: [...body, ...(desk === undefined ? [] : [`在工作台逐件打开：${desk.replace(/\/$/, '')}/desk`])].join('\n\n'),
  };
}

/** 短信清单: the most important of several text messages to one number, which says how many more there are at the desk. */
export function listSms([first, ...others]: readonly [Notice, ...Notice[]]): TextMessage {
  const { sms } = first;
  return sms.use === 'staff' ? { ...sms, values: { ...sms.values, next: `另有${others.length}件，请看工作台` } } : sms;
}

/** What stands in a letter of several, all of it or of some. */
export const textWith = (cover: string, entries: readonly string[]): string => [cover, ...entries].join('\n\n');

const kindOf = ({ sms }: Notice): string => (sms.use === 'staff' ? sms.values.kind : '');

/** One notice in a few lines: what and where, what is asked, until when, and what comes next. Its grounds stand with the case. */
function entryOf({ subject, text, sms }: Notice, number: number): string {
  const [opening = ''] = text.split('\n\n');
  const { matter, place, due, next } = sms.use === 'staff' ? sms.values : { matter: '', place: '', due: '—', next: '' };
  const lines = [
    `${number}. ${subject}`,
    `   ${matter}，${place}`,
    `   ${opening}`,
    ...(due === '—' ? [] : [`   期限：${due}`]),
    ...(next ? [`   下一步：${next}`] : []),
  ];
  return lines.join('\n');
}
