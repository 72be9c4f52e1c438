import * as z from 'zod';
import { INCIDENT_LEVELS } from '../../classification/classification.ts';
import { above } from '../../organs.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import type { Case } from '../case.ts';
import type { Context } from '../context.ts';
import { whyNoIncident } from '../handling/incident.ts';
import type { Actor } from '../people/actor.ts';
import { OPEN } from '../status.ts';

/** 初报、续报、处理结果报告; 省级报部; 经核实不属实. */
const INCIDENT_REPORTS = ['initial', 'follow-up', 'final', 'to-ministry', 'unfounded'] as const;

/**
 * 报告突发环境事件: that a report was made, by whom and when (provision `emergency-times`). The report itself goes the way of
 * reports; here is what keeps its hours, and what those above are told at once.
 */
export const reportIncident = staffAct({
  name: '报告突发环境事件',
  command: command('report-incident', () => ({
    kind: z.enum(INCIDENT_REPORTS),
    /** As verified so far; as it was if none is named. Of none, the hours of the gravest hold. */
    level: z.enum(INCIDENT_LEVELS).optional(),
    words: Words,
  })),
  fact: fact('incident-reported', () => ({
    kind: z.enum(INCIDENT_REPORTS),
    level: z.enum(INCIDENT_LEVELS).optional(),
    words: z.string(),
  })),
  from: OPEN,
  by: () => 'either',
  power: 'emergency',
  obstacle: whyNoIncident,

  decide(state, { kind, level = state.incident?.level, words }, context) {
    const obstacle = outOfTurn(kind, state, context);
    return obstacle === undefined ? [{ kind, level, words }] : notAllowed(obstacle);
  },

  evolve(state, { kind, level, at }) {
    const stage = kind === 'to-ministry' ? state.stage : { stage: kind, at };
    if (kind === 'unfounded') return { ...state, incident: undefined, stage };
    const { reportedAt = at, toMinistryAt } = state.incident ?? {};
    return {
      ...state,
      stage,
      incident: { reportedAt, level, toMinistryAt: kind === 'to-ministry' ? at : toMinistryAt },
    };
  },
});

function outOfTurn(kind: (typeof INCIDENT_REPORTS)[number], state: Case, context: Context): string | undefined {
  const isFirst = state.incident === undefined;
  if (kind === 'initial') return isFirst ? undefined : '已经初报，请续报';
  if (kind === 'unfounded') return undefined;
  if (isFirst) return '尚未初报';
  return kind === 'to-ministry' && !isAtTop(context.actor, state, context) ? '由省级主管部门向上报告' : undefined;
}

const isAtTop = (actor: Actor, { lead }: Case, context: Context): boolean =>
  actor.kind === 'staff' && actor.organ === above(lead, Number.POSITIVE_INFINITY, context).id;
