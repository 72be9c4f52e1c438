import { type Case, runningClocks } from '../case/case.ts';
import type { CaseEvent, EventOf } from '../case/events.ts';
import { isOthersDuty, isToBeSigned, turnOf } from '../case/turn.ts';
import type { Clock } from '../clocks/clock.ts';
import type { ClockRule } from '../clocks/clock-rule.ts';
import { isRepetition, LADDER_WORDS } from '../clocks/ladder.ts';
import { ruleOf } from '../clocks/policy.ts';
import { AT_ONCE, BY_MAIL, type Letter, nameOf, type Recipients } from './letter.ts';
import type { Rules } from './matter-lines.ts';
import { DESK_AND_LEADER } from './urgent-letters.ts';
import { deadline, distance, moment } from './words.ts';

/** Who hears of a ladder step, and how: the nearer to the limit, the louder. */
const CHASES: Readonly<Record<EventOf<'chased'>['kind'], Pick<Letter, 'kind' | 'to'>>> = {
  reminder: { kind: LADDER_WORDS.reminder, to: BY_MAIL },
  due: { kind: LADDER_WORDS.due, to: AT_ONCE },
  overdue: { kind: LADDER_WORDS.overdue, to: [...AT_ONCE, ['leader', 'email']] },
  escalation: {
    kind: LADDER_WORDS.escalation,
    to: [
      ['leader', 'email'],
      ['leader', 'sms'],
    ],
  },
};

const LEADER_BY_MAIL: Recipients = [['leader', 'email']];

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
  const organ = turnOf(clock, state, rules);
  const duty = ruleOf(clock, rules.policies)?.dutyOf;
  const others = isOthersDuty(duty) ? '' : '审查单位';
  return `${organ === state.lead ? '主办单位' : others}${nameOf(organ, rules)}`;
}

/** What was said by every way is said again by letter only. What waits for a signature is not the handler's to do. */
function recipientsOf({ step, kind }: EventOf<'chased'>, { dayAndNight }: ClockRule, isSigners: boolean): Recipients {
  if (isRepetition(step)) return LEADER_BY_MAIL;
  if (dayAndNight) return DESK_AND_LEADER;
  const { to } = CHASES[kind];
  return isSigners ? to.map(([role, transport]) => [role === 'handler' ? 'leader' : role, transport]) : to;
}

/** To the organ that a ladder step goes to: what is due, since or until when, and who has not done it. */
export function chaseLetters(event: EventOf<'chased'>, state: Case, rules: Rules): readonly Letter[] {
  const clock = clockOf(event, state);
  const rule = clock && ruleOf(clock, rules.policies);
  if (!clock || !rule) return [];
  const { duty } = rule;
  const waitsForSignature = isToBeSigned(clock, state, rules);
  const to = recipientsOf(event, rule, waitsForSignature);
  const left = distance(event.at, event.dueAt);
  const whose = event.level === 0 ? '' : `${whoIsLate(clock, state, rules)}尚未完成：`;
  const waits = waitsForSignature ? '答复已呈签，待签发。' : '';
  const isLate = Date.parse(event.at) - Date.parse(event.scheduledAt) > NO_DELAY_MS;
  const late = isLate ? `（本通知原定${moment(event.scheduledAt)}发出）` : '';
  const opening = `${nameOf(event.to, rules)}：${whose}${duty}，期限${deadline(event.dueAt)}，${left}。${waits}${late}`;
  return [{ ...CHASES[event.kind], to, organ: event.to, subject: `${duty}，${left}`, opening, clock: event.clock }];
}
