import * as z from 'zod';
import { ruleOf } from '../../clocks/policy.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { runningClocks } from '../case.ts';

/**
 * 报送办理情况. Where a penalty is under way the team of an inspection is still owed its report, and gets it while the
 * penalty goes on; nobody else is.
 */
export const report = staffAct({
  name: '报送办理情况',
  command: command('report', () => ({ findings: Words })),
  fact: fact('reported', () => ({ findings: z.string() })),
  from: ['accepted', 'assigned', 'returned', 'filed'],
  by: () => 'lead',
  power: 'handle',
  obstacle(state, { policies }) {
    const isOwed = runningClocks(state).some((clock) => ruleOf(clock, policies)?.stopsOn.includes('reported'));
    return state.status === 'filed' && !isOwed ? '已立案查处，没有待报送的期限；处罚程序结束后呈签答复' : undefined;
  },
  decide: (_, { findings }) => [{ findings }],
  evolve: (state) => ({ ...state, objection: undefined, status: state.status === 'filed' ? 'filed' : 'reported' }),
});
