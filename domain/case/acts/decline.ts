import * as z from 'zod';
import { isAbove, organNamed, type Roster } from '../../organs.ts';
import { saysSomething } from '../../procedure/answer.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { DECLINE_REASONS, type DeclineReason, refusalFor } from '../answer/decline-reasons.ts';
import { nextReviewer, reviewsOf } from '../answer/review.ts';
import { type Case, isOpen } from '../case.ts';
import type { Context } from '../context.ts';
import { unfinishedDuty } from '../oversight/unfinished-duties.ts';
import { maySee } from '../rights/authority.ts';

const reason = z.enum(Object.keys(DECLINE_REASONS) as DeclineReason[]);

/**
 * 不予受理: for one of the reasons that the rules know, each only where what it says is so. What a lower organ is
 * handling only an organ above it refuses.
 */
export const decline = staffAct({
  name: '不予受理',
  command: command('decline', () => ({
    reason,
    explanation: Words,
    /** 前件的登记编号: for a reason that holds beside an earlier case. */
    earlier: Name.optional(),
    /** 需要补充的线索: for a complaint that is too vague. */
    needed: Words.optional(),
  })),
  fact: fact('declined', () => ({
    reason,
    explanation: z.string(),
    earlier: z.string().optional(),
    needed: z.string().optional(),
    /** 上级机关不予受理下级正在办理的. */
    byOrganAbove: z.boolean().optional(),
  })),
  from: ['registered'],
  by: ({ inspection }) => (inspection === undefined ? 'either' : 'superior'),
  power: 'approve',
  obstacle: unfinishedDuty,

  decide(state, { type, ...said }, context) {
    const obstacle = obstacleTo(said, state.id, context);
    if (obstacle !== undefined) return notAllowed(obstacle);
    return [{ ...said, byOrganAbove: said.reason === 'already-accepted' && isBelow(context) ? true : undefined }];
  },

  /** The reason is kept where it is told by another word than 不予受理. */
  evolve: (state, { reason: why }) => ({
    ...state,
    status: 'declined',
    declinedFor: refusalFor(why).status === refusalFor('not-competent').status ? undefined : why,
  }),
});

interface Said {
  readonly reason: DeclineReason;
  readonly explanation: string;
  readonly earlier?: string | undefined;
  readonly needed?: string | undefined;
}

function obstacleTo({ reason: why, explanation, earlier, needed }: Said, id: string, context: Context) {
  if (!saysSomething(explanation)) return '告知缺少：具体说明（事实和理由）';
  if (why === 'too-vague' && !saysSomething(needed, 2)) return '告知缺少：需要补充的线索';
  const kind = refusalFor(why).earlier;
  return kind === undefined ? undefined : obstacleIn(kind, earlier, id, context);
}

type Earlier = NonNullable<ReturnType<typeof refusalFor>['earlier']>;

/** Why that earlier case is none beside which this one may be refused. */
function obstacleIn(kind: Earlier, earlier: string | undefined, id: string, context: Context) {
  const { namedCase: found, actor, ...roster } = context;
  if (earlier === undefined || earlier === id) return '告知缺少：前件的登记编号';
  if (!found || actor.kind !== 'staff' || !maySee(found, actor, roster)) return '没有这个前件，请核对登记编号';
  if (kind !== 'being-handled' && found.answer === undefined) return '前件没有作出过答复，不适用此情形';
  if (kind === 'rechecked') return mayStillAsk(found, roster) ? '前件没有作出过复核意见，不适用此情形' : undefined;
  if (kind === 'answered') return undefined;
  if (!isOpen(found) || found.status === 'registered') return '前件没有在办理，不适用此情形';
  return organNamed(found.lead, roster).id === actor.organ || isBelow(context)
    ? undefined
    : '只有办理机关的上级机关可以据此不予受理，请并案办理';
}

/**
 * Nobody has come to the end of 复查 and 复核, of which this roster knows the next organ. What others decide is no record
 * here.
 */
function mayStillAsk(found: Case, roster: Roster): boolean {
  const isRechecked = reviewsOf(found).some(({ stage, decidedAt }) => stage === 'recheck' && decidedAt !== undefined);
  return !isRechecked && nextReviewer(found, found.review?.by ?? found.id, roster) !== undefined;
}

/** Whether the earlier case is handled by an organ below the one that acts. */
function isBelow({ namedCase, actor, ...roster }: Context): boolean {
  if (namedCase === undefined || actor.kind !== 'staff') return false;
  return isAbove(actor.organ, organNamed(namedCase.lead, roster).id, roster.organs);
}
