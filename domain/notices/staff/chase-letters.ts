import { type Case, runningClocks } from '../../case/case.ts';
import { dutyOrganOf, isOthersDuty, isToBeSigned } from '../../case/clocks/duty-organ.ts';
import type { CaseEvent, EventOf } from '../../case/events.ts';
import type { Clock } from '../../clocks/clock.ts';
import { isRepetition, LADDER_WORDS, type Tell } from '../../clocks/ladder.ts';
import { ruleOf } from '../../clocks/policy.ts';
import type { ContactRole } from '../../organs.ts';
import { type Letter, nameOf, type Recipients } from '../letter.ts';
import { type Rules, timeLeft } from '../matter-lines.ts';
import { say } from './staff-texts.ts';

/** Whom a step told, by its kind, before config/ladders said so. */
const TOLD_BEFORE: Readonly<Record<EventOf<'chased'>['kind'], Tell>> = {
  reminder: { handler: ['email'] },
  due: { handler: ['email', 'sms'] },
  overdue: { handler: ['email', 'sms'], leader: ['email'] },
  escalation: { leader: ['email', 'sms'] },
};

/** The sweep comes once in a few minutes: that is no delay worth a word. */
const NO_DELAY_MS = 5 * 60_000;

/** Whether the duty that a ladder step is about has been done, or its deadline moved, since the sweep came by. */
export function isSuperseded(event: CaseEvent, now: Case): boolean {
  return event.type === 'chased' && clockOf(event, now) === undefined;
}

function clockOf(event: EventOf<'chased'>, state: Case): Clock | undefined {
  return runningClocks(state).find(({ name, dueAt }) => name === event.clock && dueAt === event.dueAt);
}

function whoIsLate(clock: Clock, state: Case, rules: Rules): string {
  const organ = dutyOrganOf(clock, state, rules);
  const duty = ruleOf(clock, rules.policies)?.dutyOf;
  const others = isOthersDuty(duty) ? '' : '审查单位';
  return `${organ === state.lead ? '主办单位' : others}${nameOf(organ, rules)}`;
}

const SIGNED_FOR: readonly ContactRole[] = ['handler', 'unit'];

/** What waits for a signature is not the handler's to do. */
function recipientsOf({ kind, tell = TOLD_BEFORE[kind] }: EventOf<'chased'>, isSigners: boolean): Recipients {
  const told = Object.entries(tell) as [ContactRole, Tell[ContactRole]][];
  return told.flatMap(([role, by = []]) => {
    const who = isSigners && SIGNED_FOR.includes(role) ? 'leader' : role;
    return by.map((transport) => [who, transport] as const);
  });
}

/** To the organ that a ladder step goes to: what is due, since or until when, and who has not done it. */
export function chaseLetters(event: EventOf<'chased'>, state: Case, rules: Rules): readonly Letter[] {
  const clock = clockOf(event, state);
  const rule = clock && ruleOf(clock, rules.policies);
  if (!clock || !rule) return [];
  const isSigners = isToBeSigned(clock, state, rules);
  const isLate = Date.parse(event.at) - Date.parse(event.scheduledAt) > NO_DELAY_MS;
  const said = {
    organ: nameOf(event.to, rules),
    duty: rule.duty,
    left: timeLeft(event, rule, event.at, rules),
    signing: isSigners,
    scheduled: isLate ? event.scheduledAt : undefined,
  };
  const words =
    event.level === 0 ? say('chased', said) : say('chased-above', { ...said, late: whoIsLate(clock, state, rules) });
  const [kind, to] = [LADDER_WORDS[event.kind], recipientsOf(event, isSigners)];
  const isAgain = isRepetition(event.step) || undefined;
  return [{ kind, organ: event.to, to, words, clock: event.clock, isAgain }];
}
