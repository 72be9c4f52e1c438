import type { Instant } from '../../domain/calendar/day.ts';

/** A minute or second in Beijing, such as "2026-09-10T02:17". */
export type BeijingTime = string;

export interface Sample {
  /** By which the story of the weeks after names it. */
  readonly name: string;
  /** For the reader of the timeline: what it is about, in a few words. */
  readonly gist: string;
  readonly at: BeijingTime;
  /** When the very same message comes again. */
  readonly again?: readonly BeijingTime[];
}

/** Somebody made up, to be reached by. */
export interface Person {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface WebSample extends Sample {
  readonly channel: 'web';
  /** Without one the receipt differs from run to run. */
  readonly idempotencyKey?: string;
  readonly form: {
    readonly text: string;
    readonly address?: string;
    readonly division?: string;
    readonly target?: string;
    readonly occurredAt?: string;
    readonly contact?: Person;
    readonly anonymous?: boolean;
  };
}

export interface WechatSample extends Sample {
  readonly channel: 'wechat';
  readonly openid: string;
  readonly messageId: string;
  readonly message: ChatMessage;
  /** What they send on before they are done: all of it is one complaint. */
  readonly further?: readonly ChatMessage[];
}

/** Fields of a message that depend on its type. */
export type ChatMessage =
  | { readonly MsgType: 'text'; readonly Content: string }
  | { readonly MsgType: 'image'; readonly PicUrl: string; readonly MediaId: string }
  | { readonly MsgType: 'location'; readonly Location_X: string; readonly Location_Y: string; readonly Label: string };

export interface MailSample extends Sample {
  readonly channel: 'email';
  readonly messageId: string;
  readonly from: Person & { readonly email: string };
  readonly subject: string;
  readonly body: string;
  /**
   * How the sender's program writes it: GB-family charset with encoded words, HTML only, or plain UTF-8 with a picture
   * attached.
   */
  readonly form: 'gbk' | 'html' | 'picture' | 'plain';
}

export interface PartnerSample extends Sample {
  readonly channel: 'partner';
  readonly partner: 'hotline-12345' | 'inspection-team';
  readonly order: {
    readonly externalId: string;
    readonly text: string;
    readonly address?: string;
    readonly division?: string;
    readonly target?: string;
    readonly contact?: Person;
    readonly inspection?: { readonly batch: string; readonly item: string };
  };
}

export type AnySample = WebSample | WechatSample | MailSample | PartnerSample;

/** What a complainant sends weeks later; `follows` is the name of their complaint. No case of its own. */
export type LaterSample = (WechatSample | MailSample) & { readonly follows: string };

export function instantOf(time: BeijingTime): Instant {
  return new Date(`${time}+08:00`).toISOString();
}
