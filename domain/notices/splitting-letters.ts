import type { Case } from '../case/case.ts';
import type { EventOf } from '../case/events.ts';
import { hasEnded } from '../case/splitting.ts';
import { statusTextOf } from '../case/status.ts';
import type { ClockStart } from '../clocks/clock.ts';
import { BY_MAIL, type Letter } from './letter.ts';
import { deadline } from './words.ts';

/** To the lead of the whole, as long as it waits for more: the last part ends it. */
export function partLetters({ part, status }: EventOf<'part-moved'>, { lead, parts = [] }: Case): readonly Letter[] {
  const open = parts.filter((one) => !hasEnded(one)).length;
  if (open === 0) return [];
  const number = parts.find(({ id }) => id === part)?.number;
  const opening = `拆分的第${number}部分${statusTextOf({ status })}，尚有${open}部分未办结。`;
  return [{ kind: '拆分', organ: lead, to: BY_MAIL, subject: `第${number}部分${statusTextOf({ status })}`, opening }];
}

/** To the lead of the part, where its own deadline moved with that of the whole. */
export function wholeMovedLetters(started: readonly ClockStart[], lead: string): readonly Letter[] {
  return started.map(({ dueAt }) => ({
    kind: '变更',
    organ: lead,
    to: BY_MAIL,
    subject: '期限变更',
    opening: `整件的办理期限有变，本件现期限${deadline(dueAt)}。`,
  }));
}
