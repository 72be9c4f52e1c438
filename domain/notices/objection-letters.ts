import type { Case } from '../case/case.ts';
import type { EventOf } from '../case/events.ts';
import { AT_ONCE, BY_MAIL, type Letter, nameOf } from './letter.ts';
import type { Rules } from './matter-lines.ts';

/** To whoever assigned the case: to decide whether it goes back. */
export function objectionLetters({ from, to, reason }: EventOf<'objected'>, _: Case, rules: Rules): readonly Letter[] {
  const opening = `${nameOf(from, rules)}提出异议，请核实后决定是否同意退回；未同意前仍由该单位办理。理由：${reason}`;
  const subject = '责任单位提出异议';
  return [{ kind: '异议', organ: to, to: BY_MAIL, subject, opening, clock: 'objection-answer' }];
}

/** To whoever had the case, that it is rid of it; and to whoever has it back, to assign it anew. */
export function agreedLetters(
  { from, to, remark }: EventOf<'return-agreed'>,
  _: Case,
  rules: Rules,
): readonly Letter[] {
  const words = remark === undefined ? '' : `说明：${remark}`;
  const theirs = `异议经核实同意，本件已退回${nameOf(to, rules)}，不再由本单位主办。${words}`;
  const ours = `${nameOf(from, rules)}的异议已获同意，本件退回本单位，请重新研判后交办。${words}`;
  return [
    { kind: '异议', organ: from, to: BY_MAIL, subject: '异议已获同意', opening: theirs, withoutClocks: true },
    { kind: '异议', organ: to, to: BY_MAIL, subject: '请重新交办', opening: ours },
  ];
}

/** To the lead, which goes on. */
export function refusedLetters({ reason }: EventOf<'return-refused'>, { lead }: Case): readonly Letter[] {
  const opening = `异议未获同意，本件继续由本单位主办，请在期限内办理。理由：${reason}`;
  return [{ kind: '异议', organ: lead, to: AT_ONCE, subject: '异议未获同意', opening }];
}
