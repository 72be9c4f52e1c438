import * as z from 'zod';
import { listOf } from '../../stored.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import {
  MOST_MILESTONES,
  ongoingRectification,
  WHILE_RECTIFIED,
  whyNoRectification,
  withNextStep,
} from '../handling/rectification.ts';

const numbers = z.array(z.int().positive()).max(MOST_MILESTONES).readonly();

/** 整改进展: each quarter, and whenever a milestone is reached. It is for the public unless a reason says why not. */
export const reportProgress = staffAct({
  name: '报送整改进展',
  command: command('report-progress', () => ({
    progress: Words,
    /** 完成的节点: their numbers in the plan, from 1. */
    done: numbers.optional(),
    /** 不予公开的理由. */
    withheld: Words.optional(),
  })),
  fact: fact('progress-reported', () => ({
    progress: z.string(),
    done: listOf(z.int()),
    withheld: z.string().optional(),
  })),
  from: WHILE_RECTIFIED,
  by: () => 'lead',
  power: 'handle',
  obstacle: (state) => whyNoRectification(state) ?? (state.rectification?.plan ? undefined : '请先制定整改方案'),

  decide({ rectification }, { progress, done = [], withheld }) {
    const { milestones } = rectification!.plan!;
    const isOpen = (number: number) => milestones[number - 1] && milestones[number - 1]!.doneAt === undefined;
    return done.every(isOpen) ? [{ progress, done, withheld }] : notAllowed('没有这个节点，或者该节点已经完成');
  },

  evolve(state, { done, at }) {
    const before = ongoingRectification(state)!;
    const milestones = before.plan!.milestones.map((one, index) =>
      done.includes(index + 1) ? { ...one, doneAt: at } : one,
    );
    const plan = { ...before.plan!, milestones };
    const rectification = { ...before, plan, reports: before.reports + 1 };
    return { ...state, rectification, limits: withNextStep(state.limits, plan) };
  },
});
