import type { Instant } from '../../domain/calendar/day.ts';
import type { Registration } from '../../domain/case/acts/register.ts';
import type { Command, CommandOf, StaffCommand } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import type { Context } from '../../domain/case/context.ts';
import { decide } from '../../domain/case/decide.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { record } from '../../domain/case/record.ts';
import { toldOf } from '../../domain/notices/complainants/tellings.ts';
import { contextAt, signerBeside, staffOf } from './rules.ts';

export const RECEIPT = 'QH-0000-0000-0001';

/** A complaint about a building site, routed to the county. */
export const registration = (receivedAt: Instant, changes: Partial<Registration['complaint']> = {}): Registration => ({
  complaint: { receipt: RECEIPT, channel: 'web', receivedAt, flags: [], ...changes },
  title: '建筑施工噪声',
  classification: {
    types: ['噪声'],
    subtypes: ['construction-noise'],
    matter: 'construction-noise',
    competent: true,
    urgency: 'normal',
    score: 0.9,
    trace: ['夜间施工'],
  },
  place: { division: '990101', name: '青禾省禾阳市东川区' },
  route: { lead: 'county', assisting: [], rule: 'national', trace: [] },
});

/** A command, and who gives it when. */
export interface Step {
  readonly command: Command;
  readonly context: Context;
}

/** What becomes of a case when these commands are given one after the other; throws where one is refused. */
export function caseAfter(...commands: readonly Step[]): {
  state: Case;
  events: CaseEvent[];
} {
  let state: Case | undefined;
  const events: CaseEvent[] = [];
  for (const { command, context } of commands) {
    const decision = decide(state, command, context);
    if (decision.kind === 'refused') throw new Error(`${command.type}: ${decision.detail}`);
    const recorded = record(RECEIPT, state, decision.facts, context, toldOf);
    state = recorded.state;
    events.push(...recorded.events);
  }
  return { state: state!, events };
}

export const registeredAt = (now: Instant, changes: Partial<Registration['complaint']> = {}) => ({
  command: { type: 'register', registration: registration(now, changes) } as const,
  context: contextAt(now),
});

export const orderedBy = (organ: string, now: Instant, command: StaffCommand) => ({
  command,
  context: contextAt(now, staffOf(organ)),
});

/** An extension as it comes about: the handler asks, the head of the organ approves. */
export const extendedBy = (organ: string, now: Instant, reason = '监测未完成') => [
  orderedBy(organ, now, { type: 'request-extension', reason }),
  orderedBy(`${organ}/head`, now, { type: 'extend' }),
];

/** An answer as it comes about: one proposes it, another person of the same organ signs. */
export const closedBy = (
  organ: string,
  now: Instant,
  said: Omit<CommandOf<'propose-closing'>, 'type'>,
): [Step, Step] => [
  orderedBy(organ, now, { type: 'propose-closing', ...said }),
  orderedBy(signerBeside(organ), now, { type: 'close' }),
];

export const swept = (now: Instant) => ({ command: { type: 'fire-timers' } as const, context: contextAt(now) });

/** 四个不放过, all shown: what an answer to an inspection item takes besides. */
export const FOUR_MET = {
  truth: 'substantiated',
  four: {
    facts: { met: true, evidence: '两次夜查，见现场笔录' },
    rectified: { met: true, evidence: '设施已装，复测达标' },
    responsible: { met: true, evidence: '已明确厂长为责任人' },
    satisfied: { met: false, reason: '信访人匿名，无法回访' },
  },
} as const;
