import type { Case } from '../../case/case.ts';
import type { CaseEvent } from '../../case/events.ts';
import { above } from '../../organs.ts';
import { BY_MAIL, type Letter, nameOf } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import { say } from './staff-texts.ts';

/** To the level above, what the lead decided by itself, and why. */
export function toldAbove(
  decision: string,
  { actor }: CaseEvent,
  { lead }: Case,
  rules: Rules,
  reason?: string,
): readonly Letter[] {
  const organ = above(lead, 1, rules).id;
  if (actor.kind !== 'staff' || actor.organ !== lead || organ === lead) return [];
  const words = say('told-above', { organ: nameOf(lead, rules), decision, reason });
  return [{ kind: '报备', organ, to: BY_MAIL, words, withoutClocks: true }];
}
