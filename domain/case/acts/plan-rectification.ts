import * as z from 'zod';
import { LastDaySchema } from '../../clocks/set-limit.ts';
import { DaySchema } from '../../stored.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import {
  faultOfPlan,
  MOST_MILESTONES,
  milestonesSchema,
  ongoingRectification,
  WHILE_RECTIFIED,
  whyNoRectification,
  withNextStep,
} from '../handling/rectification.ts';

/**
 * 整改方案: measures, owner, milestones and end. A plan that there is already is changed only from above: nobody gives
 * themselves more time.
 */
export const planRectification = staffAct({
  name: '制定整改方案',
  command: command('plan-rectification', () => ({
    measures: Words,
    owner: Name,
    milestones: z
      .array(z.object({ what: Name, by: LastDaySchema }))
      .max(MOST_MILESTONES)
      .readonly(),
    end: LastDaySchema,
  })),
  fact: fact('rectification-planned', () => ({
    measures: z.string(),
    owner: z.string(),
    milestones: milestonesSchema(),
    end: DaySchema,
  })),
  from: WHILE_RECTIFIED,
  by: (state) => (ongoingRectification(state)?.plan ? 'superior' : 'lead'),
  power: (state) => (ongoingRectification(state)?.plan ? 'supervise' : 'handle'),
  obstacle: whyNoRectification,
  decide(_, { type, ...plan }, { now }) {
    const fault = faultOfPlan(plan, now);
    return fault === undefined ? [plan] : notAllowed(fault);
  },
  evolve(state, { owner, end, milestones }) {
    const plan = { owner, end, milestones };
    const rectification = { ...state.rectification!, plan };
    return { ...state, rectification, limits: withNextStep(state.limits, plan) };
  },
});
