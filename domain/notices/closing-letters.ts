import type { EventOf } from '../case/events.ts';
import { AT_ONCE, type Letter } from './letter.ts';

/** To whoever signs at the organ of the proposer. */
export function proposedLetters({ actor }: EventOf<'closing-proposed'>): readonly Letter[] {
  if (actor.kind !== 'staff') return [];
  const opening = `${actor.name}已呈签该件的答复，请审阅后签发，或者退回修改。`;
  return [{ kind: '签发', organ: actor.organ, to: [['leader', 'email']], subject: '答复待签发', opening }];
}

/** To the proposer; the roster may know only where their organ is reached. */
export function returnedClosingLetters({ proposer, reason }: EventOf<'closing-returned'>): readonly Letter[] {
  if (!proposer) return [];
  const { organ, ...person } = proposer;
  const opening = `${person.name}呈签的答复已退回，请修改后重新呈签。理由：${reason}`;
  return [{ kind: '签发', organ, to: AT_ONCE, subject: '答复退回修改', opening, person }];
}
