import { type DeclineReason, refusalFor } from './decline-reasons.ts';
import { goingOn, type Rectification } from './rectification.ts';
import { type Review, STAGE_TEXT } from './review.ts';

/**
 * Where a case stands: registered → accepted → assigned → reported (→ returned → reported) → closed;
 * split, where its parts are cases of their own; filed, where a penalty is under way before it is closed;
 * or an early end: declined, transferred to another department, or joined to an earlier case of the same matter.
 */
export const CASE_STATUSES = [
  'registered',
  'accepted',
  'declined',
  'transferred',
  'joined',
  'assigned',
  'reported',
  'returned',
  'filed',
  'split',
  'closed',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** In which a case is handled no more. */
export const ENDED = ['declined', 'transferred', 'joined', 'closed'] as const satisfies readonly CaseStatus[];

/** In which it is handled. */
export const OPEN: readonly CaseStatus[] = CASE_STATUSES.filter(
  (status) => !(ENDED as readonly CaseStatus[]).includes(status),
);

/** In which its record is still written here: what was joined to another case has its record there. */
export const RECORDED_HERE = CASE_STATUSES.filter((status) => status !== 'joined');

/** 办理状态, as people read it. */
const STATUS_TEXT: Readonly<Record<CaseStatus, string>> = {
  registered: '已登记，待受理',
  accepted: '已受理',
  declined: '不予受理',
  transferred: '已移送其他部门',
  joined: '已并案办理',
  assigned: '已交办，办理中',
  reported: '已报送办理情况，审查中',
  returned: '退回补充办理',
  filed: '已立案查处，结果另行告知',
  split: '已拆分办理',
  closed: '已办结',
};

/** In which the rectification that goes on is what there is to say. */
const INTERIM: readonly CaseStatus[] = ['accepted', 'assigned', 'closed'];

/**
 * 办理状态 of a case, as people read it: where it was told something else than 不予受理, that; after an answer, too, that
 * rectification goes on.
 */
export function statusTextOf(state: {
  readonly status: CaseStatus;
  readonly declinedFor?: DeclineReason | undefined;
  readonly rectification?: Rectification | undefined;
  readonly review?: Review | undefined;
}): string {
  const { status, declinedFor, review } = state;
  if (review && status === 'closed') return reviewText(review);
  if (INTERIM.includes(status) && goingOn(state)) return '阶段性办结，整改中';
  return status === 'declined' && declinedFor ? refusalFor(declinedFor).status : STATUS_TEXT[status];
}

function reviewText({ stage, decidedAt, concludedAt }: Review): string {
  if (concludedAt !== undefined) return '已终结';
  return decidedAt === undefined ? `已答复，${STAGE_TEXT[stage]}中` : `已作出${STAGE_TEXT[stage]}意见`;
}
