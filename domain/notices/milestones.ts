import type { Instant } from '../calendar/day.ts';
import type { CaseEvent } from '../case/events.ts';
import { milestoneOf } from './tellings.ts';

/** One step of a case, as the complainant sees it. */
export interface Milestone {
  readonly at: Instant;
  readonly text: string;
}

/** The events that concern the complainant of that receipt. */
export function milestonesOf(events: readonly CaseEvent[], receipt: string): readonly Milestone[] {
  return events.flatMap((event) => {
    const text = milestoneOf(event, receipt);
    return text === undefined ? [] : [{ at: event.at, text }];
  });
}

/** What somebody hears of what they sent themselves. */
const OWN: readonly CaseEvent['type'][] = ['followed-up', 'set-apart'];

/** What became of the case that one's own was joined to. That others complained of it before is nobody's business. */
export function jointMilestonesOf(events: readonly CaseEvent[], receipt: string): readonly Milestone[] {
  return events
    .filter(({ type }) => type !== 'registered' && type !== 'joined')
    .flatMap((event) => {
      const prefix = OWN.includes(event.type) ? '' : '并案事项：';
      return milestonesOf([event], receipt).map(({ at, text }) => ({ at, text: `${prefix}${text}` }));
    });
}
