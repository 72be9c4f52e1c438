import type { EventOf } from '../../case/events.ts';
import { BY_MAIL, type Letter } from '../letter.ts';
import { say } from './staff-texts.ts';

/** To whoever is responsible from now on; the roster may know only where their organ is reached. */
export function officerLetters({
  organ,
  name,
  reason,
}: EventOf<'officer-named' | 'officer-changed'>): readonly Letter[] {
  return [{ kind: '分办', organ, to: BY_MAIL, words: say('officer-named', { officer: name, reason }) }];
}
