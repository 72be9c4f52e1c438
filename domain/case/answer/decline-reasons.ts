import type { ProvisionName } from '../../law/statutes.ts';

interface Refusal {
  /** What the complainant is told: 不予受理, or another word where no text lets the organ refuse. */
  readonly status: string;
  /** Why, as the complainant reads it. */
  readonly says: string;
  /** None where no text that was read names it. */
  readonly basis?: ProvisionName | undefined;
  /** 前件: the reason holds only beside an earlier case, which the command names and which stands so. */
  readonly earlier?: 'being-handled' | 'answered' | 'rechecked' | undefined;
}

const DECLINED = '不予受理';

/** 不予受理和告知的情形. */
export const DECLINE_REASONS = {
  'not-competent': {
    status: DECLINED,
    says: '不属于生态环境主管部门职责，请依法向有关机关提出',
    basis: 'decline-not-competent',
  },
  /** Told, not refused: neither text says that it may be refused. */
  'legal-proceedings': {
    status: '请通过法定途径解决',
    says: '应当或者已经进入诉讼、仲裁、行政复议程序，请依照有关法律规定向有关机关和单位提出',
    basis: 'decline-legal-proceedings',
  },
  'already-accepted': {
    status: DECLINED,
    says: '您再次提出的相同事项已经受理，正在办理中，请按原登记编号查询受理情况和办理结果',
    basis: 'decline-already-accepted',
    earlier: 'being-handled',
  },
  'review-instead': {
    status: DECLINED,
    says: '对处理答复不服，以同一事实和理由再次提出，可依法提请复查或者复核',
    basis: 'decline-review-instead',
    earlier: 'answered',
  },
  'after-recheck': {
    status: '不再受理',
    says: '对复核意见不服，仍以同一事实和理由提出投诉请求',
    basis: 'decline-after-recheck',
    earlier: 'rechecked',
  },
  /** Thanks, advertisements, wrong numbers: our own, for no text speaks of them. */
  'no-complaint': { status: '来信已收悉', says: '来信不是投诉举报，已转有关人员知悉，不作为投诉办理，谢谢您的来信' },
  'too-vague': { status: '请补充线索', says: '现有线索不足以查找和核实' },
} as const satisfies Readonly<Record<string, Refusal>>;

export type DeclineReason = keyof typeof DECLINE_REASONS;

/** The same, read by any reason. */
export const refusalFor = (reason: DeclineReason): Refusal => DECLINE_REASONS[reason];
