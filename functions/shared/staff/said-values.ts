import { CALL_RESULT_TEXT, GRADE_TEXT, REVISIT_FINDINGS, REVISIT_WAYS } from '../../../domain/case/afterwards.ts';
import type { CaseEvent } from '../../../domain/case/events.ts';
import { MEDIATION_KINDS, MEDIATION_RESULTS } from '../../../domain/case/mediation.ts';
import { REVIEW_DECISION_TEXT, STAGE_TEXT } from '../../../domain/case/review.ts';
import { reasonsText } from '../../../domain/case/satisfaction.ts';
import { dateText } from '../../../domain/notices/words.ts';

/**
 * What an event around the answer says by choice and not in words, such as 复查：维持原处理意见, as people read it;
 * undefined where it says nothing so.
 */
export function chosenIn(event: CaseEvent): string | undefined {
  switch (event.type) {
    case 'review-requested':
      return STAGE_TEXT[event.stage];
    case 'review-decided':
      return `${STAGE_TEXT[event.stage]}：${REVIEW_DECISION_TEXT[event.ruling]}`;
    case 'rated':
      return `${GRADE_TEXT[event.grade]}${event.reasons.length > 0 ? `：${reasonsText(event.reasons)}` : ''}`;
    case 'called-back':
      return `${dateText(event.on)}，${event.caller}：${CALL_RESULT_TEXT[event.result]}`;
    case 'revisited':
      return `${dateText(event.on)}，${REVISIT_WAYS[event.way]}，${event.people.join('、')}：${REVISIT_FINDINGS[event.finding]}`;
    case 'mediated':
      return `${dateText(event.on)}，${MEDIATION_KINDS[event.kind]}，${event.people.join('、')}：${MEDIATION_RESULTS[event.result]}`;
    default:
      return undefined;
  }
}
