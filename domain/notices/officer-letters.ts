import type { EventOf } from '../case/events.ts';
import { BY_MAIL, type Letter } from './letter.ts';

/** To whoever is responsible from now on; the roster may know only where their organ is reached. */
export function officerLetters({
  organ,
  name,
  reason,
}: EventOf<'officer-named' | 'officer-changed'>): readonly Letter[] {
  const why = reason === undefined ? '' : `说明：${reason}`;
  const opening = `以下信访事项由${name}负责办理。${why}`;
  return [{ kind: '分办', organ, to: BY_MAIL, subject: `由${name}负责`, opening }];
}
