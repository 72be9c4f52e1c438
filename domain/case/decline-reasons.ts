/**
 * 不予受理的四种法定情形:《环保举报热线工作管理办法》第八条 (as copied; confidence C); beside them, our own, what is no
 * complaint at all: thanks, advertisements, wrong numbers.
 */
export const DECLINE_REASONS = {
  'not-competent': '不属于生态环境主管部门职责，请依法向有关机关提出',
  'legal-proceedings': '应当或者已经进入诉讼、仲裁、行政复议程序，请依照有关法律规定向有关机关和单位提出',
  'already-accepted': '已经受理，同一举报人再次提出相同事项，请按原受理编号查询受理情况和办理结果',
  'no-complaint': '来信不是投诉举报，已转有关人员知悉，不再作为投诉办理，谢谢您的来信',
  'review-instead': '对处理答复不服，以同一事实和理由再次提出，可依法提请复查或者复核',
} as const;

export type DeclineReason = keyof typeof DECLINE_REASONS;
