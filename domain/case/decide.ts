import { withoutAccused } from '../accused/recusal.ts';
import { notAllowed, type Refused } from './act.ts';
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
import type { Case } from './case.ts';
import { obstacleTo } from './commands/obstacle.ts';
import type { Context } from './context.ts';
import { whyNotNamed } from './handling/materials.ts';

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
  const refused = isAsked
    ? (obstacleTo(staffActOf(command.type), state, context) ?? misnamed(command, state))
    : undefined;
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

const decided = (facts: readonly CaseFact[]): Decision => ({ kind: 'decided', facts });
