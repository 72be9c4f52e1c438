import type { ProvisionName } from '../law/statutes.ts';

interface DeclineReason_ {
  /** As the complainant reads it. */
  readonly says: string;
  readonly basis: ProvisionName;
}

/** 不予受理的法定情形. */
export const DECLINE_REASONS = {
  'not-competent': {
    says: '不属于生态环境主管部门职责，请依法向有关机关提出',
    basis: 'decline-not-competent',
  },
  'legal-proceedings': {
    says: '应当或者已经进入诉讼、仲裁、行政复议程序，请依照有关法律规定向有关机关和单位提出',
    basis: 'decline-legal-proceedings',
  },
  'already-accepted': {
    says: '已经受理，同一举报人再次提出相同事项，请按原登记编号查询受理情况和办理结果',
    basis: 'decline-already-accepted',
  },
  'review-instead': {
    says: '对处理答复不服，以同一事实和理由再次提出，可依法提请复查或者复核',
    basis: 'decline-review-instead',
  },
} as const satisfies Readonly<Record<string, DeclineReason_>>;

export type DeclineReason = keyof typeof DECLINE_REASONS;
