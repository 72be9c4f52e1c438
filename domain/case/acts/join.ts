import * as z from 'zod';
import { heldFairly } from '../../accused/recusal.ts';
import { holders } from '../../routing/route.ts';
import { listOf, stored } from '../../stored.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { type Case, isOpen, runningClocks } from '../case.ts';
import type { Context } from '../context.ts';
import { isEmergency, isUnsettled } from '../handling/incident.ts';
import { MOST_JOINED } from '../handling/joining.ts';
import { unfinishedDuty } from '../oversight/unfinished-duties.ts';
import { maySee } from '../rights/authority.ts';
import { handedTo } from '../rights/holders.ts';

/** 并案: the same matter as an earlier case, in which it is handled from now on. */
export const join = staffAct({
  name: '并案',
  command: command('join', () => ({ into: Name, reason: Words.optional() })),
  fact: fact('joined', () => ({
    into: z.string(),
    reason: z.string().optional(),
    /** 被反映单位 of both, where the other accuses somebody: from now on this one is closed to them as well. */
    accused: listOf(z.string()).optional(),
    held: stored(holders).optional(),
  })),
  from: ['registered', 'accepted', 'assigned'],
  by: () => 'either',
  power: 'triage',

  obstacle(state) {
    const { inspection, absorbed, partOf, parts } = state;
    if (partOf || parts) return '已拆分的事项及其拆分件不得并案';
    if (inspection) return '督察交办件须逐件办理，不得并入其他件';
    return absorbed ? '已有其他件并入本件，不得再并入其他件' : unfinishedDuty(state);
  },

  decide(state, { into, reason }, context) {
    const obstacle = obstacleBetween(state, into, context);
    return obstacle === undefined ? [{ into, reason, ...takenOver(state, context) }] : notAllowed(obstacle);
  },

  evolve: (state, { into, at, accused = state.accused, held }) => ({
    ...(held ? handedTo(state, held) : state),
    accused,
    status: 'joined',
    joinedTo: into,
    beforeJoining: { at, status: state.status, clocks: runningClocks(state).map(({ name }) => name) },
  }),
});

/** 并案: whoever reads one of the two reads of the other. */
function takenOver(state: Case, { namedCase, ...roster }: Context) {
  const theirs = namedCase?.accused ?? [];
  if (theirs.length === 0) return {};
  const accused = [...new Set([...(state.accused ?? []), ...theirs])];
  return { accused, held: heldFairly(state, accused, roster) };
}

function obstacleBetween(
  state: Case,
  into: string,
  { actor, namedCase: target, ...roster }: Context,
): string | undefined {
  if (into === state.id) return '不能与本件并案';
  if (state.repeats?.some(({ caseId, relation }) => caseId === into && relation === 'about-handling'))
    return '本件反映该件的办理情况，不得并入该件';
  if (!target || actor.kind !== 'staff' || !maySee(target, actor, roster))
    return '没有这个可以并入的信访事项；其他单位的，请上级并案';
  if (target.joinedTo !== undefined) return '该件已并入其他件，请并入其他件';
  if (!isOpen(target)) return '该件已经结束，不能并入';
  if (isUnsettled(state) && !isEmergency(target))
    return '突发环境事件须先报告处理结果，或者报告经核实不属实，才能并入一般事项';
  if (target.partOf) return '该件是拆分件，请并入整件';
  if ((target.absorbed?.length ?? 0) >= MOST_JOINED) return `该件已并入${MOST_JOINED}件，请并入其他件`;
  return isEarlier(target, state) ? undefined : '只能并入较早收到的事项';
}

/**
 * Before this one, by receipt. Cases are only ever joined to earlier ones, so that no two can be joined to each other.
 */
function isEarlier(one: Case, other: Case): boolean {
  return `${one.receivedAt} ${one.id}` < `${other.receivedAt} ${other.id}`;
}
