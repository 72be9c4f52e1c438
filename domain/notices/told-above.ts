import type { Case } from '../case/case.ts';
import type { CaseEvent } from '../case/events.ts';
import { above } from '../organs.ts';
import { BY_MAIL, type Letter, nameOf } from './letter.ts';
import type { Rules } from './matter-lines.ts';

/** To the level above, what the lead decided by itself. */
export function toldAbove(decision: string, { actor }: CaseEvent, { lead }: Case, rules: Rules): readonly Letter[] {
  const organ = above(lead, 1, rules).id;
  if (actor.kind !== 'staff' || actor.organ !== lead || organ === lead) return [];
  const opening = `${nameOf(lead, rules)}对该件作出“${decision}”的决定，请知悉；不当的，请予以纠正。`;
  return [{ kind: '报备', organ, to: BY_MAIL, subject: `已决定${decision}`, opening, withoutClocks: true }];
}
