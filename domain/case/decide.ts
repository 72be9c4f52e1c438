import type { Instant } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { deadlineOf, extendedBy } from '../clocks/deadline.ts';
import { type ClockName, type Policies, policyNamed } from '../clocks/policy.ts';
import { timersOf } from '../clocks/timers.ts';
import type { Matters } from '../matter.ts';
import { above, type Roster } from '../organs.ts';
import { mayAssign, mayCommand, maySee, RULES } from './authority.ts';
import { type Case, type Clock, isOpen, runningClocks } from './case.ts';
import type { Command, Registration, StaffCommand } from './commands.ts';
import type { Actor, CaseFact, ClockStart, DeadlineChange } from './events.ts';
import { obstacleToJoining } from './joining.ts';
import { overruled, reclassification } from './last-word.ts';
import { followedUp, reopened, reopeningDeclined } from './reopening.ts';
import { STATUS_TEXT } from './status-text.ts';

export interface Context extends Roster {
  readonly now: Instant;
  readonly actor: Actor;
  readonly policies: Policies;
  /** Version of the rules that new cases start under. */
  readonly currentPolicy: string;
  readonly calendar: WorkCalendar;
  /** Only where people may reclassify. */
  readonly matters?: Matters | undefined;
  /** The case that `join` names, as it stands now; only for that command. */
  readonly joinTarget?: Case | undefined;
}

/** Why a command changes nothing. `not-yours` names no state; `not-allowed` says in Chinese what stands in the way. */
export type Decision =
  | { readonly kind: 'decided'; readonly facts: readonly CaseFact[] }
  | { readonly kind: 'refused'; readonly reason: 'not-yours' | 'not-allowed'; readonly detail: string };

/**
 * What follows from a command: the facts to be written, or a refusal. Pure; the same command on the same state at the same
 * time decides the same. No facts means that there is nothing to do: registering a case that exists, or firing with nothing due.
 */
export function decide(state: Case | undefined, command: Command, context: Context): Decision {
  if (command.type === 'register') return decided(state ? [] : [registered(command.registration, context)]);
  if (!state) throw new Error(`${command.type} needs a case`);
  if (command.type === 'fire-timers') return decided(chased(state, context));
  if (command.type === 'take-in') return decided(tookIn(state, command));
  if (command.type === 'follow-up') return decided(followedUp(state, command));
  if (command.type === 'recompute') return decided(recomputed(state, command.policy, context));
  if (!mayCommand(state, command.type, context.actor, context)) return refused('not-yours', whoseTurn(state, context));
  if (!RULES[command.type].from.includes(state.status))
    return refused('not-allowed', `事项现为“${STATUS_TEXT[state.status]}”，不允许此操作`);
  return byStaff(state, command, context);
}

function byStaff(state: Case, command: StaffCommand, context: Context): Decision {
  switch (command.type) {
    case 'accept':
      return decided([{ type: 'accepted', started: [start('handle', context, state)] }]);
    case 'decline':
      return decided([{ type: 'declined', reason: command.reason, explanation: command.explanation }]);
    case 'transfer':
      return decided([{ type: 'transferred', department: command.department, explanation: command.explanation }]);
    case 'join':
      return joined(state, command, context);
    case 'assign':
      return assigned(state, command, context);
    case 'reclassify':
      return reclassified(state, command, context);
    case 'object':
      return objected(state, command.reason, context);
    case 'extend':
      return extended(state, command, context);
    case 'report':
      return decided([{ type: 'reported', findings: command.findings }]);
    case 'return':
      return decided([{ type: 'returned', missing: command.missing, started: supplement(state, context) }]);
    case 'close':
      return closed(state, command.answer);
    case 'reopen':
      return decided([reopened(state, command.reason, (name) => start(name, context, state))]);
    case 'decline-reopening': {
      const fact = reopeningDeclined(state, command.reason);
      return fact ? decided([fact]) : refused('not-allowed', '没有待答复的重新办理申请');
    }
  }
}

function registered({ complaint, ...rest }: Registration, context: Context): CaseFact {
  const { channel, receivedAt, flags, acknowledge, inspection } = complaint;
  const names: ClockName[] = [
    'tell',
    ...mayObject(rest.route.lead, context),
    ...(inspection ? ['inspection-report' as const] : []),
  ];
  const started = names.map((name) => start(name, { ...context, now: receivedAt }));
  return { type: 'registered', channel, receivedAt, flags, acknowledge, inspection, ...rest, started };
}

function joined(state: Case, { into, reason }: StaffCommand & { type: 'join' }, context: Context): Decision {
  const obstacle = obstacleToJoining(state, into, context);
  return obstacle === undefined ? decided([{ type: 'joined', into, reason }]) : refused('not-allowed', obstacle);
}

/** Even a case that has ended meanwhile: its answer is then told at once. */
function tookIn(state: Case, { receipt, channel }: Command & { type: 'take-in' }): readonly CaseFact[] {
  const already = state.takenIn?.some((other) => other.receipt === receipt);
  return already ? [] : [{ type: 'took-in', receipt, channel, late: !isOpen(state) }];
}

function assigned(state: Case, command: StaffCommand & { type: 'assign' }, context: Context): Decision {
  const { lead, reason, ...rest } = command;
  const assisting = [...new Set(rest.assisting)].filter((id) => id !== lead);
  const unknown = [lead, ...assisting].find((id) => !context.organs.has(id));
  if (unknown !== undefined) return refused('not-allowed', '没有这个责任单位，请核对主办、协办单位的代码');
  if (!mayAssign(context.actor, lead, context))
    return refused('not-allowed', '只能交办本单位或下级单位，其他单位请提出异议或请上级交办');
  const names = lead === state.lead ? [] : mayObject(lead, context);
  const started = names.map((name) => start(name, context, state));
  return decided([
    { type: 'assigned', lead, assisting, started, overrules: overruled(state, lead, assisting), reason },
  ]);
}

function reclassified(state: Case, command: StaffCommand & { type: 'reclassify' }, { matters }: Context): Decision {
  const fact = reclassification(state, command, matters);
  if (fact === 'unknown-matter') return refused('not-allowed', '没有这个事项，请核对事项代码');
  return decided(fact === 'no-change' ? [] : [fact]);
}

/** The catch-all has nobody to pass a case on to. */
function mayObject(lead: string, { catchAllOrgan }: Context): readonly ClockName[] {
  return lead === catchAllOrgan ? [] : ['objection'];
}

function objected(state: Case, reason: string, { now, catchAllOrgan }: Context): Decision {
  const clock = runningClock(state, 'objection');
  if (!clock || now >= clock.dueAt) return refused('not-allowed', '没有可以提出异议的期限，或已超过五个工作日');
  return decided([{ type: 'objected', reason, from: state.lead, to: catchAllOrgan }]);
}

function extended(state: Case, command: StaffCommand & { type: 'extend' }, { now, policies }: Context): Decision {
  const clock = runningClock(state, 'handle');
  const extension = clock && policyNamed(clock.policy, policies).clocks.handle.extension;
  if (!clock || !extension) return refused('not-allowed', '没有可以延长的办理期限');
  if (clock.extended) return refused('not-allowed', '办理期限只能延长一次');
  if (now >= clock.dueAt) return refused('not-allowed', '办理期限已过，不能再延长');
  const { reason, approvedBy } = command;
  const to = extendedBy(clock.dueAt, extension.count);
  return decided([{ type: 'extended', clock: 'handle', from: clock.dueAt, to, reason, approvedBy }]);
}

/** Six hours are an inspection team's rule; an ordinary case that is returned has what is left of its sixty days. */
function supplement(state: Case, context: Context): readonly ClockStart[] {
  return state.inspection ? [start('supplement', context, state)] : [];
}

function closed(state: Case, answer: string): Decision {
  if (state.inspection && state.status !== 'reported') return refused('not-allowed', '督察交办件须先报送办理情况');
  return decided([{ type: 'closed', answer }]);
}

function chased(state: Case, context: Context): readonly CaseFact[] {
  const { now, policies, calendar } = context;
  if (!isOpen(state)) return [];
  return timersOf(state, policies, calendar)
    .filter(({ at }) => at <= now)
    .map(({ at, clock, step: { step, kind, level } }) => ({
      ...{ type: 'chased', clock: clock.name, step, kind, level, scheduledAt: at, dueAt: clock.dueAt },
      to: above(state.lead, level, context).id,
    }));
}

/** Extensions granted stay granted, by the days they were granted for. */
function recomputed(state: Case, policy: string | undefined, { policies, calendar }: Context): readonly CaseFact[] {
  const changes = runningClocks(state).flatMap((clock): DeadlineChange[] => {
    const version = policy ?? clock.policy;
    const { period } = policyNamed(version, policies).clocks[clock.name];
    const { dueAt, provisional } = deadlineOf(period, clock.startedAt, calendar);
    const granted = policyNamed(clock.policy, policies).clocks[clock.name].extension?.count ?? 0;
    const to = clock.extended ? extendedBy(dueAt, granted) : dueAt;
    const same = to === clock.dueAt && provisional === clock.provisional && version === clock.policy;
    return same ? [] : [{ clock: clock.name, policy: version, from: clock.dueAt, to, provisional }];
  });
  return changes.length === 0 ? [] : [{ type: 'recomputed', changes }];
}

/** A case keeps the policy it started under; only a new one takes the current. */
function start(name: ClockName, { now, policies, currentPolicy, calendar }: Context, state?: Case): ClockStart {
  const policy = (state && (runningClocks(state)[0] ?? state.clocks.at(-1))?.policy) ?? currentPolicy;
  const { period } = policyNamed(policy, policies).clocks[name];
  return { name, policy, ...deadlineOf(period, now, calendar) };
}

function runningClock(state: Case, name: ClockName): Clock | undefined {
  return runningClocks(state).find((clock) => clock.name === name);
}

const decided = (facts: readonly CaseFact[]): Decision => ({ kind: 'decided', facts });

const refused = (reason: 'not-yours' | 'not-allowed', detail: string): Decision => ({
  kind: 'refused',
  reason,
  detail,
});

/** Tells who takes part in the case that somebody else must act; strangers learn nothing. */
function whoseTurn(state: Case, context: Context): string {
  const takesPart = context.actor.kind === 'staff' && maySee(state, context.actor.organ, context);
  return takesPart ? '此操作应由主办单位或其上级单位中的另一方进行' : '不是本单位负责的事项';
}
