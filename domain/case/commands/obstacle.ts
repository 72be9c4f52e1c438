import { withoutAccused } from '../../accused/recusal.ts';
import { notAllowed, powerOf, type Refused, type StaffAct } from '../act.ts';
import type { Case } from '../case.ts';
import type { Context } from '../context.ts';
import type { Giver } from '../rights/authority.ts';
import { isHiddenFrom, maySee, standingOf } from '../rights/authority.ts';
import { POWERS, type Power } from '../rights/rights.ts';
import { statusTextOf } from '../status-text.ts';

/** What an act says of when it may be given, whatever its command says. */
type Conditions = Pick<StaffAct<{ type: string }, { type: string }>, 'by' | 'power' | 'from' | 'obstacle'>;

/**
 * Why a member of staff may not give the command of that act now, whatever it says: rights first, then the state, then
 * the act's own reasons.
 */
export function obstacleTo(act: Conditions, state: Case, given: Context): Refused | undefined {
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
