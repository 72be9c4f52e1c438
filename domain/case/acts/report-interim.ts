import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { ongoingRectification } from '../handling/rectification.ts';

/**
 * 阶段性办结: what was done so far, while rectification goes on. The complainant hears of it; the period of the answer runs
 * on, for no rule that was read lets it stop.
 */
export const reportInterim = staffAct({
  name: '报送阶段性办理情况',
  command: command('report-interim', () => ({ findings: Words, remaining: Words })),
  fact: fact('interim-reported', () => ({
    findings: z.string(),
    /** 尚需整改的事项. */
    remaining: z.string(),
  })),
  from: ['accepted', 'assigned', 'returned', 'filed'],
  by: () => 'lead',
  power: 'handle',
  obstacle: (state) => (ongoingRectification(state) ? '整改正在进行，请报送进展' : undefined),
  decide: (_, { findings, remaining }) => [{ findings, remaining }],
  evolve: (state, { at }) => ({ ...state, rectification: { since: at, reports: 0 } }),
});
