import { withoutAccused } from '../accused/recusal.ts';
import { type Giver, notAllowed, powerOf, type Refused } from './act.ts';
import {
  type AnyAct,
  actOf,
  type CaseFact,
  type Command,
  factOf,
  isStaffCommand,
  materialsNamedBy,
  register,
  type StaffCommand,
  staffActOf,
} from './acts.ts';
import { isHiddenFrom, maySee, standingOf } from './authority.ts';
import type { Case } from './case.ts';
import type { Context } from './context.ts';
import { whyNotNamed } from './named-materials.ts';
import { POWERS, type Power } from './rights.ts';
import { statusTextOf } from './status.ts';

export type Decision = { readonly kind: 'decided'; readonly facts: readonly CaseFact[] } | Refused;

/**
 * What follows from a command: the facts to be written, or a refusal. Pure; the same command on the same state at the
 * same time decides the same. No facts means that there is nothing to do: registering a case that exists, or firing
 * with nothing due.
 */
export function decide(state: Case | undefined, command: Command, context: Context): Decision {
  if (command.type === 'register') return decided(state ? [] : [register.decide(command)]);
  if (!state) throw new Error(`${command.type} needs a case`);
  const isAsked = context.actor.kind === 'staff' && isStaffCommand(command);
  const refused = isAsked ? (obstacleTo(command.type, state, context) ?? misnamed(command, state)) : undefined;
  return refused ?? answered(actOf(command.type), state, command, withoutAccused(context, state.accused));
}

/** Whatever the act: files that it names are materials of this case. */
function misnamed(command: StaffCommand, state: Case): Refused | undefined {
  const fault = whyNotNamed(materialsNamedBy(command), state);
  return fault === undefined ? undefined : notAllowed(fault);
}

function answered(act: AnyAct, state: Case, command: Command, context: Context): Decision {
  const answer = act.decide(state, command, context);
  return 'kind' in answer ? answer : decided(answer.map((said) => factOf(act, said)));
}

/**
 * Why a member of staff may not give that command now, whatever it says: rights first, then the state, then the act's
 * own reasons.
 */
export function obstacleTo(type: StaffCommand['type'], state: Case, given: Context): Refused | undefined {
  const act = staffActOf(type);
  const context = withoutAccused(given, state.accused);
  const { actor } = context;
  if (actor.kind === 'staff' && isHiddenFrom(actor.organ, state, context))
    return { kind: 'refused', reason: 'no-such-case', detail: '没有这个信访事项' };
  const [by, power] = [act.by(state), powerOf(act, state)];
  const standing = standingOf({ by, power }, state, actor, context);
  if (standing !== 'may')
    return {
      kind: 'refused',
      reason: standing,
      detail: standing === 'not-yours' ? whoseTurn(by, state, context) : whoseWork(power),
    };
  if (!act.from.includes(state.status)) return notAllowed(`事项现为“${statusTextOf(state)}”，不允许此操作`);
  const obstacle = act.obstacle?.(state, context);
  return obstacle === undefined ? undefined : notAllowed(obstacle);
}

const decided = (facts: readonly CaseFact[]): Decision => ({ kind: 'decided', facts });

const BY: Readonly<Record<Giver, string>> = {
  lead: '主办单位',
  superior: '主办单位的上级单位',
  either: '主办单位或其上级单位',
  assigner: '交办单位',
  assisting: '协办单位',
  holder: '主办单位或协办单位',
  involved: '主办、协办单位或主办单位的上级单位',
};

/** Tells who takes part in the case whose turn it is; strangers learn nothing. */
function whoseTurn(by: Giver, state: Case, { actor, ...roster }: Context): string {
  const takesPart = actor.kind === 'staff' && maySee(state, actor, roster);
  return takesPart ? `此操作由${BY[by]}办理` : '不是本单位负责的事项';
}

const whoseWork = (power: Power): string => `您的岗位没有“${POWERS[power]}”权限，请由本单位有此权限的人员办理`;
