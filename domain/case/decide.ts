import { notAllowed, type Refused } from './act.ts';
import {
  type AnyAct,
  actOf,
  type CaseFact,
  type Command,
  factOf,
  isStaffCommand,
  register,
  type StaffCommand,
  staffActOf,
} from './acts.ts';
import { mayGive, maySee } from './authority.ts';
import type { Case } from './case.ts';
import type { Context } from './context.ts';
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
  const refused = isAsked ? obstacleTo(command.type, state, context) : undefined;
  return refused ?? answered(actOf(command.type), state, command, context);
}

function answered(act: AnyAct, state: Case, command: Command, context: Context): Decision {
  const answer = act.decide(state, command, context);
  return 'kind' in answer ? answer : decided(answer.map((said) => factOf(act, said)));
}

/**
 * Why a member of staff may not give that command now, whatever it says: rights first, then the state, then the act's
 * own reasons.
 */
export function obstacleTo(type: StaffCommand['type'], state: Case, context: Context): Refused | undefined {
  const act = staffActOf(type);
  if (!mayGive(act.by(state), state, context.actor, context))
    return { kind: 'refused', reason: 'not-yours', detail: whoseTurn(state, context) };
  if (!act.from.includes(state.status)) return notAllowed(`事项现为“${statusTextOf(state)}”，不允许此操作`);
  const obstacle = act.obstacle?.(state, context);
  return obstacle === undefined ? undefined : notAllowed(obstacle);
}

const decided = (facts: readonly CaseFact[]): Decision => ({ kind: 'decided', facts });

/** Tells who takes part in the case that somebody else must act; strangers learn nothing. */
function whoseTurn(state: Case, context: Context): string {
  const takesPart = context.actor.kind === 'staff' && maySee(state, context.actor.organ, context);
  return takesPart ? '此操作应由主办单位或其上级单位中的另一方进行' : '不是本单位负责的事项';
}
