import type { Case } from '../../case/case.ts';
import type { CaseEvent } from '../../case/events.ts';
import { SUPERVISION_TEXT } from '../../case/oversight/supervisions.ts';
import { above } from '../../organs.ts';
import { BY_MAIL, type Letter, nameOf } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import { say } from './staff-texts.ts';

/**
 * 督办情况: to whoever ordered it, what the lead reports and that the case was answered, since nobody else lets the order
 * go. The level right above is told of reports anyway.
 */
export function supervisorLetters(event: CaseEvent, state: Case, rules: Rules): readonly Letter[] {
  const moved = movedBy(event);
  if (!moved) return [];
  const { actor } = event;
  const told = event.type === 'closed' ? [] : [above(state.lead, 1, rules).id];
  const open = (state.supervisions ?? []).filter(({ endedAt }) => endedAt === undefined);
  const orders = new Map(open.map(({ by, kind }) => [by, SUPERVISION_TEXT[kind]]));
  return [...orders].flatMap(([organ, order]) => {
    if (told.includes(organ) || organ === state.lead || (actor.kind === 'staff' && actor.organ === organ)) return [];
    const words = say('supervised-moved', { organ: nameOf(state.lead, rules), order, ...moved });
    return [{ kind: '督办件', organ, to: BY_MAIL, words }];
  });
}

/** What of the handling a supervisor waits for. */
function movedBy(event: CaseEvent): { readonly what: string; readonly said?: string } | undefined {
  if (event.type === 'closed') return { what: '已办结并答复信访人' };
  if (event.type === 'reported') return { what: '报送了办理情况', said: event.findings };
  if (event.type === 'interim-reported') return { what: '报送了阶段性办理情况', said: event.findings };
  if (event.type === 'progress-reported') return { what: '报送了整改进展', said: event.progress };
  return event.type === 'rectification-completed' ? { what: '整改已完成', said: event.result } : undefined;
}
