import type { Instant } from '../../calendar/day.ts';
import { shortened } from '../../text/shortened.ts';
import { HOW_TO_ADD } from '../complainants/acknowledgement.ts';
import type { Address, Notice, Transport } from '../notice.ts';
import { type TextTemplates, textMessageOf } from '../text-message.ts';

/** What a person reads of a notice. */
export interface Words {
  /** Only a mail has one. */
  readonly subject?: string | undefined;
  /** `QUERY_CODE` stands where the complainant's query code was. */
  readonly text: string;
}

/** 送出的通知: a notice as it was handed to one transport for one address. Never changed once it may have gone. */
export interface HandOver extends Words {
  readonly noticeId: string;
  /** Of its notice: beside which case its delivery lies. */
  readonly caseId: string;
  /** The place of its attempt among those of the delivery, from 0. */
  readonly number: number;
  readonly at: Instant;
  /** To whom: a member of staff by the address of that day, a complainant by the receipt of their complaint only. */
  readonly to: Address;
  /** By which text it was written, and the version of that where it is a file of config/notices. */
  readonly template: string;
  readonly version?: string | undefined;
  /** The events that it speaks of, as `<case>#<seq>`. */
  readonly about: readonly string[];
  /** Where it went out in one letter with others: the id of the first of them. */
  readonly letter?: string | undefined;
}

// WeChat refuses longer ones (45002) without telling its limit; 2,048 bytes are what people see taken.
const CHAT_BYTES = 2_000;

/** A text as WeChat and WeCom pass it on. */
export const chatText = (text: string): string => shortened(text, CHAT_BYTES);

/** The text of a mail. Who complained may answer it. */
export const mailText = (text: string, isToComplainant: boolean): string =>
  isToComplainant ? `${text}\n\n${HOW_TO_ADD}` : text;

/** A notice in the words that this transport brings to that address. */
export function wordsOf({ subject, text, sms }: Notice, address: Address, templates: TextTemplates): Words {
  const texts: Readonly<Record<Transport, () => Words>> = {
    email: () => ({ subject, text: mailText(text, 'complaint' in address) }),
    sms: () => ({ text: textMessageOf(sms, templates) }),
    wechat: () => ({ text: chatText(text) }),
    wecom: () => ({ text: chatText(text) }),
    robot: () => ({ text: chatText(text) }),
    callback: () => ({ text }),
  };
  return texts[address.transport]();
}

/** By which text a notice was written; where it is none of config/notices, the kind of letter. */
export function templateOf({ template, kind, sms }: Notice): Pick<HandOver, 'template' | 'version'> {
  if (template) return { template: template.id, version: template.version };
  if (sms.use === 'staff') return { template: sms.values.kind };
  return { template: kind === 'acknowledgement' ? '回执' : '告知' };
}
