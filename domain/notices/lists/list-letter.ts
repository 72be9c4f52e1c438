import type { Instant } from '../../calendar/day.ts';
import type { Texts } from '../../texts/text.ts';
import { shortMoment } from '../date-words.ts';
import { IMPORTANCES, importanceOf } from '../importance.ts';
import { NO_DEADLINE } from '../list-message.ts';
import type { GatheredLetter, Notice, TextMessage } from '../notice.ts';
import { batchLetter } from '../outside/way-notices.ts';
import { bodyOf, toldIn } from '../wording.ts';
import { sectionsOf } from './list-sections.ts';
import { LIST_KINDS, sayList } from './list-texts.ts';

/** What lists are said with, and where the desk is found. */
export interface ListRules {
  readonly texts: Texts;
  readonly desk?: string | undefined;
}

/** So many are read in one letter. */
const MOST_IN_A_LIST = 50;
/** WeCom takes 2,048 bytes. */
const MOST_IN_A_GROUP = 10;
/** As many as are sent in one batch have a line each in one letter. */
const MOST_IN_A_BATCH = 100;

export function mostWith({ together, addresses: [first] }: Notice): number {
  if (first?.transport === 'robot') return MOST_IN_A_GROUP;
  return together === undefined ? MOST_IN_A_LIST : MOST_IN_A_BATCH;
}

/** The most important first, of equals the one that was written first. */
export const byImportance = (one: Notice, other: Notice): number => rankOf(one).localeCompare(rankOf(other));

const rankOf = (notice: Notice): string => `${IMPORTANCES.indexOf(importanceOf(notice))}#${notice.at}#${notice.id}`;

/** 通知清单: several notices to one mailbox as one letter, in sections; `desk` is where the desk is found. */
export function listLetter(
  notices: readonly [Notice, ...Notice[]],
  now: Instant,
  { texts, desk }: ListRules,
): GatheredLetter {
  const [first] = notices;
  if (first.together !== undefined) return batchLetter(first.together, notices, texts);
  const sections = sectionsOf(notices, now);
  const read = sections.flatMap(([, some]) => some);
  const entryIn = (notice: Notice) => entryOf(notice, read.indexOf(notice) + 1, texts);
  const head = {
    at: shortMoment(now),
    count: notices.length,
    counts: countsOf(notices),
  };
  const whole = toldIn(
    sayList('list', {
      ...head,
      entries: sections
        .flatMap(([section, some]) => [headingOf(section, some.length, texts), ...some.map(entryIn)])
        .join('\n\n'),
      desk: deskOf(desk),
    }),
    texts,
  );
  const parts = notices.map((notice) => bodyOf(sayList('list', { ...head, entries: entryIn(notice) }), texts));
  return { subject: `【${LIST_KINDS.list}】${whole.subject}`, text: whole.body, parts };
}

/** How many of each kind: "督办3件、超期1件". */
export const countsOf = (notices: readonly Notice[]): string =>
  [...Map.groupBy(notices, kindOf)].map(([kind, some]) => `${kind}${some.length}件`).join('、');

/** Where the desk begins. */
export const deskOf = (desk: string | undefined): string | undefined => desk && `${desk.replace(/\/$/, '')}/desk`;

const headingOf = (section: string, count: number, texts: Texts): string =>
  bodyOf(sayList('list-section', { section, count }), texts);

/** 短信清单: the most important of several text messages to one number, which says how many more there are at the desk. */
export function listSms([first, ...others]: readonly [Notice, ...Notice[]], { texts }: ListRules): TextMessage {
  const { sms } = first;
  if (sms.use !== 'staff') return sms;
  return { ...sms, values: { ...sms.values, next: bodyOf(sayList('list-more', { count: others.length }), texts) } };
}

const kindOf = ({ sms }: Notice): string => (sms.use === 'staff' ? sms.values.kind : '');

/** One notice in a few lines: what and where, what is asked, until when, and what comes next. Its grounds stand with the case. */
function entryOf({ subject, text, sms }: Notice, number: number, texts: Texts): string {
  const [opening = ''] = text.split('\n\n');
  const { matter, place, due, next } =
    sms.use === 'staff' ? sms.values : { matter: '', place: '', due: NO_DEADLINE, next: '' };
  const deadline = due === NO_DEADLINE ? undefined : due;
  const said = { number, subject, matter, place, opening, due: deadline, next: next || undefined };
  return bodyOf(sayList('list-entry', said), texts);
}
