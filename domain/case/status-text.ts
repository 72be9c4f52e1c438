import { type DeclineReason, refusalFor } from './answer/decline-reasons.ts';
import { type Review, STAGE_TEXT } from './answer/review.ts';
import { ongoingRectification, type Rectification } from './handling/rectification.ts';
import type { CaseStatus } from './status.ts';

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
  if (INTERIM.includes(status) && ongoingRectification(state)) return '阶段性办结，整改中';
  return status === 'declined' && declinedFor ? refusalFor(declinedFor).status : STATUS_TEXT[status];
}

function reviewText({ stage, decidedAt, concludedAt }: Review): string {
  if (concludedAt !== undefined) return '已终结';
  return decidedAt === undefined ? `已答复，${STAGE_TEXT[stage]}中` : `已作出${STAGE_TEXT[stage]}意见`;
}
