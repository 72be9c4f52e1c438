import type { Case } from '../case/case.ts';
import type { EventOf } from '../case/events.ts';
import { BY_MAIL, type Letter } from './letter.ts';
import type { Rules } from './matter-lines.ts';
import { toldAbove } from './told-above.ts';

/**
 * 撤销并案: to the lead that has the case again, unless it did it itself, else to the level above. Both read which
 * deadlines run on, for some may have passed meanwhile.
 */
export function unjoinedLetters(event: EventOf<'unjoined'>, state: Case, rules: Rules): readonly Letter[] {
  const { actor, reason } = event;
  if (actor.kind === 'staff' && actor.organ === state.lead)
    return toldAbove('撤销并案', event, state, rules).map(({ withoutClocks, ...letter }) => letter);
  const opening = `该件已撤销并案，由本单位继续单独办理，各期限照原来计算。理由：${reason}`;
  return [{ kind: '并案', organ: state.lead, to: BY_MAIL, subject: '已撤销并案，请继续办理', opening }];
}

/** To the lead of the case that has let go of it. */
export function releasedLetters({ receipt }: EventOf<'released'>, { lead }: Case): readonly Letter[] {
  const opening = `并入本件的${receipt}已撤销并案，恢复单独办理，其来信人不再由本件答复。`;
  return [{ kind: '并案', organ: lead, to: BY_MAIL, subject: '并入件已撤销并案', opening }];
}
