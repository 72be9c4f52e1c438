import { maySee } from './authority.ts';
import { type Case, isOpen } from './case.ts';
import type { Context } from './decide.ts';

/** Before this one, by receipt. Cases are only ever joined to earlier ones, so that no two can be joined to each other. */
function isEarlier(one: Case, other: Case): boolean {
  return `${one.receivedAt} ${one.id}` < `${other.receivedAt} ${other.id}`;
}

/** 不能并案的原因: why a case may not be joined to that one; undefined if it may. */
export function obstacleToJoining(
  state: Case,
  into: string,
  { actor, joinTarget: target, ...roster }: Context,
): string | undefined {
  if (into === state.id) return '不能与本件并案';
  if (state.inspection) return '督察交办件须逐件办理，不得并入其他件';
  if (state.takenIn) return '已有其他件并入本件，不得再并入其他件';
  if (state.repeats?.some(({ caseId, relation }) => caseId === into && relation === 'about-handling'))
    return '本件反映该件的办理情况，不得并入该件';
  if (!target || actor.kind !== 'staff' || !maySee(target, actor.organ, roster))
    return '没有这个可以并入的信访事项；其他单位的，请上级并案';
  if (target.joinedTo !== undefined) return '该件已并入其他件，请并入其他件';
  if (!isOpen(target)) return '该件已经结束，不能并入';
  return isEarlier(target, state) ? undefined : '只能并入较早收到的事项';
}
