import type { Case } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import { AT_ONCE, BY_MAIL, type Letter, nameOf } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import { say } from './staff-texts.ts';

/** To whoever assigned the case: to decide whether it goes back. */
export function objectionLetters({ from, to, reason }: EventOf<'objected'>, _: Case, rules: Rules): readonly Letter[] {
  const words = say('objected', { organ: nameOf(from, rules), reason });
  return [{ kind: '异议', organ: to, to: BY_MAIL, words, clock: 'objection-answer' }];
}

/** To whoever had the case, that it is rid of it; and to whoever has it back, to assign it anew. */
export function agreedLetters(
  { from, to, remark }: EventOf<'return-agreed'>,
  _: Case,
  rules: Rules,
): readonly Letter[] {
  const theirs = say('objection-agreed', { successor: nameOf(to, rules), remark });
  const ours = say('returned-to-assign', { organ: nameOf(from, rules), remark });
  return [
    { kind: '异议', organ: from, to: BY_MAIL, words: theirs, withoutClocks: true },
    { kind: '异议', organ: to, to: BY_MAIL, words: ours },
  ];
}

/** To the lead, which goes on. */
export function refusedLetters({ reason }: EventOf<'return-refused'>, { lead }: Case): readonly Letter[] {
  return [{ kind: '异议', organ: lead, to: AT_ONCE, words: say('objection-refused', { reason }) }];
}
