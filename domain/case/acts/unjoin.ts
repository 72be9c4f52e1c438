import * as z from 'zod';
import { listOf } from '../../stored.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import type { Case } from '../case.ts';
import { mayBeUndone, ResumedSchema, resumed, withResumed } from '../handling/joining.ts';
import { CASE_STATUSES } from '../status.ts';

/**
 * 撤销并案, within 30 days: the case is handled by itself again, where it stood, and its clocks run as if they had never
 * stopped. The other case lets go of it by `release`.
 */
export const unjoin = staffAct({
  name: '撤销并案',
  command: command('unjoin', () => ({ reason: Words })),
  fact: fact('unjoined', () => ({
    from: z.string(),
    status: z.enum(CASE_STATUSES),
    reason: z.string(),
    resumed: listOf(ResumedSchema),
  })),
  power: 'triage',
  from: ['joined'],
  by: () => 'either',

  obstacle({ beforeJoining }, { now }) {
    if (!beforeJoining) return '并案时没有记录原办理状态，不能撤销';
    return mayBeUndone(beforeJoining.at, now) ? undefined : '并案已超过30日，不能撤销；有新情况的，请信访人另行反映';
  },

  decide(state, { reason }, context) {
    const { status, clocks } = state.beforeJoining!;
    const again = state.clocks.filter(({ name }) => clocks.includes(name));
    const all = again.map((clock) => resumed(clock, context.now, context));
    return [{ from: state.joinedTo!, status, reason, resumed: all }];
  },

  evolve: (state, { status, resumed: all }): Case => ({
    ...state,
    status,
    joinedTo: undefined,
    beforeJoining: undefined,
    clocks: withResumed(state.clocks, all),
  }),
});
