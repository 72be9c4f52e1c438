import type { Case } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import { BY_MAIL, type Letter, nameOf } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import { say } from './staff-texts.ts';

/** To the lead: what an assisting organ has to say. */
export function opinionLetters(
  { opinion, organ }: EventOf<'assistance-answered'>,
  { lead }: Case,
  rules: Rules,
): readonly Letter[] {
  const words = say('assistance-answered', { organ: nameOf(organ, rules), opinion });
  return [{ kind: '协办', organ: lead, to: BY_MAIL, words }];
}
