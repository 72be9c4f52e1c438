import type { Case } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import { hasEnded } from '../../case/status.ts';
import { statusTextOf } from '../../case/status-text.ts';
import type { ClockStart } from '../../clocks/clock.ts';
import { BY_MAIL, type Letter } from '../letter.ts';
import { say } from './staff-texts.ts';

/** To the lead of the whole, as long as it waits for more: the last part ends it. */
export function partLetters({ part, status }: EventOf<'part-moved'>, { lead, parts = [] }: Case): readonly Letter[] {
  const open = parts.filter((one) => !hasEnded(one)).length;
  if (open === 0) return [];
  const { number } = parts.find(({ id }) => id === part)!;
  const words = say('part-ended', { part: number, status: statusTextOf({ status }), open });
  return [{ kind: '拆分', organ: lead, to: BY_MAIL, words }];
}

/** To the lead of the part, where its own deadline moved with that of the whole. */
export function wholeMovedLetters(started: readonly ClockStart[], lead: string): readonly Letter[] {
  return started.map(({ dueAt: due }) => ({
    kind: '变更',
    organ: lead,
    to: BY_MAIL,
    words: say('whole-moved', { due }),
  }));
}
