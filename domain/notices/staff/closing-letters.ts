import type { EventOf } from '../../case/events.ts';
import { AT_ONCE, type Letter } from '../letter.ts';
import { say } from './staff-texts.ts';

/** To whoever signs at the organ of the proposer. */
export function proposedLetters({ actor }: EventOf<'closing-proposed'>): readonly Letter[] {
  if (actor.kind !== 'staff') return [];
  const words = say('closing-proposed', { proposer: actor.name });
  return [{ kind: '签发', organ: actor.organ, to: [['leader', 'email']], words }];
}

/** To the proposer; the roster may know only where their organ is reached. */
export function returnedClosingLetters({ proposer, reason }: EventOf<'closing-returned'>): readonly Letter[] {
  if (!proposer) return [];
  const { organ, ...person } = proposer;
  const words = say('closing-returned', { proposer: person.name, reason });
  return [{ kind: '签发', organ, to: AT_ONCE, words, person }];
}
