import type { Classification, PollutionType, Urgency } from '../classification/classification.ts';
import type { Channel, Complaint, FollowUp } from '../complaint.ts';
import type { Place } from '../place/place.ts';
import type { Repeat } from '../repeats/repeat.ts';
import type { Route } from '../routing/route.ts';

/** 不予受理的四种法定情形:《环保举报热线工作管理办法》第八条 (as copied; confidence C). */
export const DECLINE_REASONS = {
  'not-competent': '不属于生态环境主管部门职责，请依法向有关机关提出',
  'legal-proceedings': '应当或者已经进入诉讼、仲裁、行政复议程序，请依照有关法律规定向有关机关和单位提出',
  'already-accepted': '已经受理，同一举报人再次提出相同事项，请按原受理编号查询受理情况和办理结果',
  'review-instead': '对处理答复不服，以同一事实和理由再次提出，可依法提请复查或者复核',
} as const;

export type DeclineReason = keyof typeof DECLINE_REASONS;

/** What a complaint brings when it becomes a case. */
export interface Registration {
  readonly complaint: Pick<Complaint, 'receipt' | 'channel' | 'receivedAt' | 'flags' | 'acknowledge' | 'inspection'>;
  readonly title: string;
  readonly classification: Classification;
  readonly place?: Place | undefined;
  readonly route: Route;
  readonly repeats?: readonly Repeat[] | undefined;
}

/** What a member of staff may ask of a case. */
export type StaffCommand =
  /** 受理: the case is taken up, and the complainant told. */
  | { readonly type: 'accept' }
  /** 不予受理. */
  | { readonly type: 'decline'; readonly reason: DeclineReason; readonly explanation: string }
  /** 移送: another department's matter, with notice to the complainant (噪声污染防治法 art. 31). */
  | { readonly type: 'transfer'; readonly department: string; readonly explanation: string }
  /** 交办: names the lead organ and those assisting it; the reason says why not as the rules suggested. */
  | {
      readonly type: 'assign';
      readonly lead: string;
      readonly assisting: readonly string[];
      readonly reason?: string | undefined;
    }
  /** 改判: a person corrects what the rules made of the text. It moves the case to nobody: that is `assign`. */
  | {
      readonly type: 'reclassify';
      readonly types: readonly PollutionType[];
      /** As they are if none are named. */
      readonly subtypes?: readonly string[] | undefined;
      readonly matter: string;
      /** As it is if none is named. */
      readonly urgency?: Urgency | undefined;
      readonly reason: string;
    }
  /** 并案: the same matter as an earlier case, in which it is handled from now on. */
  | { readonly type: 'join'; readonly into: string; readonly reason?: string | undefined }
  /** 异议: the lead says within five working days that the matter is not its own. */
  | { readonly type: 'object'; readonly reason: string }
  /** 延期: once, before the deadline, approved by the head of the organ. */
  | { readonly type: 'extend'; readonly reason: string; readonly approvedBy: string }
  /** 报送办理情况. */
  | { readonly type: 'report'; readonly findings: string }
  /** 退回补充. */
  | { readonly type: 'return'; readonly missing: string }
  /** 办结: with the answer that the complainant gets. */
  | { readonly type: 'close'; readonly answer: string }
  /** 重新办理: a case that has ended is handled again, asked for or not. */
  | { readonly type: 'reopen'; readonly reason: string }
  /** 不予重新办理: whoever asked is told why, and what else they may do. */
  | { readonly type: 'decline-reopening'; readonly reason: string };

export type Command =
  | StaffCommand
  | { readonly type: 'register'; readonly registration: Registration }
  /** What `join` asks of the earlier case. Given again it changes nothing. */
  | { readonly type: 'take-in'; readonly receipt: string; readonly channel: Channel }
  /** More came in for the matter: `receipt` is what came, `to` the complaint it was sent after. Given again it changes nothing. */
  | ({ readonly type: 'follow-up'; readonly receipt: string; readonly channel: Channel } & FollowUp)
  | { readonly type: 'fire-timers' }
  /** Computes the running deadlines anew, under `policy` where given. */
  | { readonly type: 'recompute'; readonly policy?: string | undefined };
