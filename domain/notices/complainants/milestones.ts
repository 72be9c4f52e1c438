import type { Instant } from '../../calendar/day.ts';
import type { CaseEvent } from '../../case/events.ts';
import type { Lang } from '../../classification/classification.ts';
import { withEnglish } from '../wording.ts';
import type { Telling } from './complainant-letter.ts';
import { isToldTo, milestoneOf } from './tellings.ts';

/** One step of a case, as the complainant sees it. */
export interface Milestone {
  readonly at: Instant;
  readonly text: string;
}

/** The events that concern the complainant of that receipt, in the words of their day. */
export function milestonesOf(events: readonly CaseEvent[], receipt: string): readonly Milestone[] {
  return events.flatMap((event) => {
    const text = milestoneOf(event);
    return text === undefined || !isToldTo(receipt, event) ? [] : [{ at: event.at, text }];
  });
}

/** What somebody hears of what they sent themselves. */
const OWN: readonly CaseEvent['type'][] = ['followed-up', 'set-apart'];

/** What became of the case that one's own was joined to. That others complained of it before is nobody's business. */
export function jointMilestonesOf(events: readonly CaseEvent[], receipt: string): readonly Milestone[] {
  return jointly(events).flatMap((event) => {
    const prefix = OWN.includes(event.type) ? '' : '并案事项：';
    return milestonesOf([event], receipt).map(({ at, text }) => ({ at, text: `${prefix}${text}` }));
  });
}

const jointly = (events: readonly CaseEvent[]): readonly CaseEvent[] =>
  events.filter(({ type }) => type !== 'registered' && type !== 'joined');

/** A time for which a case was joined to another. */
export interface JointSpan {
  readonly into: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** 已撤销的并案: when its case was joined to which, by the events of that case. */
export function undoneIn(events: readonly CaseEvent[]): readonly JointSpan[] {
  return events.flatMap((event) => {
    if (event.type !== 'unjoined') return [];
    const began = events.findLast((one) => one.type === 'joined' && one.seq < event.seq);
    return began ? [{ into: event.from, from: began.at, until: event.at }] : [];
  });
}

export const within = ({ from, until }: JointSpan, events: readonly CaseEvent[]): readonly CaseEvent[] =>
  events.filter(({ at }) => from <= at && at < until);

/** 告知书: one notice as the complainant was told it, and nothing of how it was written. */
export interface NoticeTold extends Pick<Telling, 'organ' | 'status' | 'text'> {
  readonly at: Instant;
}

/**
 * The notices that concern the complainant of that receipt, who wrote in `lang`; none of the releases before 2026-12,
 * which kept no words.
 */
export function noticesTold(events: readonly CaseEvent[], receipt: string, lang?: Lang): readonly NoticeTold[] {
  return events.flatMap((event) => {
    const notice = event.told?.notice;
    if (!notice || !isToldTo(receipt, event)) return [];
    const { organ, status, text, english } = notice;
    return [{ at: event.at, organ, status, text: withEnglish(text, lang === 'en' ? english : undefined) }];
  });
}

/** Those of the case that one's own was joined to. */
export const jointNoticesTold = (events: readonly CaseEvent[], receipt: string, lang?: Lang): readonly NoticeTold[] =>
  noticesTold(jointly(events), receipt, lang);
