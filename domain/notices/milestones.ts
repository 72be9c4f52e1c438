import type { Instant } from '../calendar/day.ts';
import { DECLINE_REASONS } from '../case/commands.ts';
import type { CaseEvent } from '../case/events.ts';
import { deadline } from './words.ts';

/** One step of a case, as the complainant sees it. */
export interface Milestone {
  readonly at: Instant;
  readonly text: string;
}

/** The events that concern the complainant of that receipt. Reminders, objections and reviews stay among the bureaus. */
export function milestonesOf(events: readonly CaseEvent[], receipt: string): readonly Milestone[] {
  return events.flatMap((event) => {
    const text = textOf(event, receipt);
    return text === undefined ? [] : [{ at: event.at, text }];
  });
}

/** What became of the case that one's own was joined to. That others complained of it before is nobody's business. */
export function jointMilestonesOf(events: readonly CaseEvent[], receipt: string): readonly Milestone[] {
  return events
    .filter(({ type }) => type !== 'registered' && type !== 'joined')
    .flatMap((event) => {
      const prefix = event.type === 'followed-up' ? '' : '并案事项：';
      return milestonesOf([event], receipt).map(({ at, text }) => ({ at, text: `${prefix}${text}` }));
    });
}

const FOLLOWED_UP = { supplement: '已收到您的补充材料', urge: '已收到您的催办', 'send-back': '已收到退单' } as const;

function textOf(event: CaseEvent, receipt: string): string | undefined {
  switch (event.type) {
    case 'followed-up':
      return event.to === receipt
        ? `${FOLLOWED_UP[event.as]}${event.asksReopening ? '，转办理单位研究是否重新办理' : ''}`
        : undefined;
    case 'reopened':
      return '已重新办理';
    case 'reopening-declined':
      return event.askedBy.includes(receipt) ? '不予重新办理' : undefined;
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
