import type { Instant } from '../calendar/day.ts';
import { DECLINE_REASONS } from '../case/commands.ts';
import type { CaseEvent } from '../case/events.ts';
import { deadline } from './words.ts';

/** One step of a case, as the complainant sees it. */
export interface Milestone {
  readonly at: Instant;
  readonly text: string;
}

/** The events that concern the complainant. Reminders, objections and reviews stay among the bureaus. */
export function milestonesOf(events: readonly CaseEvent[]): readonly Milestone[] {
  return events.flatMap((event) => {
    const text = textOf(event);
    return text === undefined ? [] : [{ at: event.at, text }];
  });
}

/** What became of the case that one's own was joined to. That others complained of it before is nobody's business. */
export function jointMilestonesOf(events: readonly CaseEvent[]): readonly Milestone[] {
  const theirs = events.filter(({ type }) => type !== 'registered' && type !== 'joined');
  return milestonesOf(theirs).map(({ at, text }) => ({ at, text: `并案事项：${text}` }));
}

function textOf(event: CaseEvent): string | undefined {
  switch (event.type) {
    case 'registered':
      return '已登记，转有关单位';
    case 'accepted':
      return '已受理';
    case 'declined':
      return `不予受理：${DECLINE_REASONS[event.reason]}`;
    case 'transferred':
      return `已移送${event.department}`;
    case 'joined':
      return '已与同一事项并案办理';
    case 'assigned':
      return '已转交有关单位办理';
    case 'extended':
      return `办理期限延长至${deadline(event.to)}`;
    case 'closed':
      return '已办结';
    default:
      return undefined;
  }
}
