import type { Case } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import { BY_MAIL, type Letter } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import { say } from './staff-texts.ts';
import { toldAbove } from './told-above.ts';

/**
 * 撤销并案: to the lead that has the case again, unless it did it itself, else to the level above. Both read which
 * deadlines run on, for some may have passed meanwhile.
 */
export function unjoinedLetters(event: EventOf<'unjoined'>, state: Case, rules: Rules): readonly Letter[] {
  const { actor, reason } = event;
  if (actor.kind === 'staff' && actor.organ === state.lead)
    return toldAbove('撤销并案', event, state, rules, reason).map(({ withoutClocks, ...letter }) => letter);
  return [{ kind: '并案', organ: state.lead, to: BY_MAIL, words: say('unjoined', { reason }) }];
}

/** To the lead of the case that has let go of it. */
export function releasedLetters({ receipt }: EventOf<'released'>, { lead }: Case): readonly Letter[] {
  return [{ kind: '并案', organ: lead, to: BY_MAIL, words: say('released', { receipt }) }];
}
