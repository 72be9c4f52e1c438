import type { Instant } from './calendar/day.ts';
import type { Limit } from './clocks/set-limit.ts';

/** 渠道: the medium a complaint came through. */
/** 来信、来访、电话、微博、领导接访、议案提案: entered by staff for whoever brought it. */
export const ENTERED = ['letter', 'visit', 'phone', 'weibo', 'leader-reception', 'proposal'] as const;

export const CHANNELS = ['web', 'wechat', 'wecom', 'email', 'partner', ...ENTERED] as const;
export type Channel = (typeof CHANNELS)[number];

/**
 * Something said beside the matter that cannot be used, or not all of it: which field, and as it was written. A person
 * may still read it.
 */
export interface SideRemark {
  readonly field: string;
  readonly written: string;
}

/** 信访人的联系方式. Confidential by law (provision `confidentiality`): it never leaves the vault but to contact the person. */
export interface Contact {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  /** 通讯地址. */
  readonly postalAddress?: string | undefined;
  /** The sender's WeChat id within one official account. */
  readonly openid?: string | undefined;
  /** The sender's id within one WeCom corporation. */
  readonly wecomUserId?: string | undefined;
  /** What they wrote of themselves that cannot be used as it is: as confidential as the rest. */
  readonly sideRemarks?: readonly SideRemark[] | undefined;
}

/** Evidence sent along: bytes in the evidence bucket, or a medium that WeChat still holds. */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  /** Key in the evidence bucket. */
  readonly key?: string | undefined;
  /** WeChat media id, good for three days. */
  readonly mediaId?: string | undefined;
  /**
   * Why nobody will ever see it: what WeChat held could not be kept, or the upload that a program named did not come.
   */
  readonly lost?: MediumLoss | undefined;
}

export const MEDIUM_LOSSES = ['expired', 'too-large', 'never-came'] as const;
export type MediumLoss = (typeof MEDIUM_LOSSES)[number];

/**
 * What the channel delivered, byte for byte: small ones inline (base64), large ones by their key in the evidence
 * bucket.
 */
export type Original =
  | { readonly mediaType: string; readonly base64: string }
  | { readonly mediaType: string; readonly key: string };

/**
 * What made a complaint hard to read: its body says nothing, whatever its subject does (`no-text`); bytes that no
 * charset explains (`undecodable`); too many words (`truncated`); or something that its reader saw did not come with it
 * (`left-out`): a picture on the net, a part in an encoding that nobody knows. Or `quarantined`: nobody should open
 * what came with it before a person looked; `follows-unknown`: it names an earlier one that there is not; `suspicious`:
 * a mail that looks like spam, whose sender is not proven, or writes more than a person does; `automatic`: a program
 * sent a mail, or passed it on, so it is not answered by itself; `crowded`: one of very many that came from one network
 * within an hour. A human looks at it; it is accepted all the same.
 */
export const FLAGS = [
  'no-text',
  'undecodable',
  'truncated',
  'left-out',
  'quarantined',
  'follows-unknown',
  'suspicious',
  'automatic',
  'crowded',
] as const;
export type Flag = (typeof FLAGS)[number];

/**
 * What a further message is to the complaint that it belongs to: more to the same matter (补充), a call to hurry (催单), or
 * a partner's refusal of how it was handled (退单). On a case that has ended, each asks for it to be opened again.
 */
export interface FollowUp {
  /** Receipt of the earlier complaint. */
  readonly to: string;
  readonly as: FollowUpKind;
}

/** 补充, 催单, 退单, 撤单. */
export const FOLLOW_UP_KINDS = ['supplement', 'urge', 'send-back', 'withdraw'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

/** A complaint as every channel hands it over, once its own format has been taken off. */
export interface Submission {
  readonly channel: Channel;
  /** The channel's own id of the message, globally unique. The same id again is the same complaint. */
  readonly sourceId: string;
  /** Message-ID of the mail it came in: our answers name it, so that mail programs show them together. */
  readonly messageId?: string | undefined;
  readonly text: string;
  /** Earlier letters below a mail, and its signature: for staff to read, kept apart from what the sender says now. */
  readonly quoted?: string | undefined;
  readonly address?: string | undefined;
  /** Six-digit 行政区划代码, when the sender chose a place. */
  readonly division?: string | undefined;
  /** WGS-84 degrees. */
  readonly location?: { readonly latitude: number; readonly longitude: number } | undefined;
  /** 被投诉对象, as the sender named it. */
  readonly target?: string | undefined;
  readonly occurredAt?: string | undefined;
  /** What was said of place and matter and cannot be used as it is; none of the contact is here. */
  readonly sideRemarks?: readonly SideRemark[] | undefined;
  readonly contact?: Contact | undefined;
  readonly anonymous: boolean;
  readonly attachments: readonly Attachment[];
  readonly flags: readonly Flag[];
  /** Set when the way in could not tell the sender the receipt: a notice must (回执). */
  readonly acknowledge?: true | undefined;
  /** Set when an inspection team (督察组) handed the item over: stricter clocks run. */
  readonly inspection?: { readonly batch: string; readonly item: string } | undefined;
  /** Of a partner's order: its number of the matter, and by when it wants it done, if it says so. */
  readonly order?: { readonly number: string; readonly limit?: Limit | undefined } | undefined;
  /** Set when this opens no case of its own but belongs to an earlier complaint. */
  readonly follows?: FollowUp | undefined;
  /** Which partner handed it over, for channel `partner`. */
  readonly partner?: string | undefined;
  /** Who entered it for them, for one of `ENTERED`. */
  readonly enteredBy?: { readonly organ: string; readonly sub: string; readonly name: string } | undefined;
  readonly original: Original;
}

/** 信访件: what one person sent through one channel, as kept in the vault. */
export interface Complaint extends Submission {
  /** 登记编号: see `domain/receipt.ts`. Also the id of the case that this complaint opens. */
  readonly receipt: string;
  readonly receivedAt: Instant;
}

/** A complaint as far as a case needs it: all but who sent it. */
export type AnonymousComplaint = Omit<Complaint, 'contact' | 'sourceId' | 'messageId' | 'original'>;
