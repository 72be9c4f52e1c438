import * as z from 'zod';
import { chatText } from '../../domain/notices/delivery/hand-over.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import type { Send, SendResult } from '../../usecases/notices/delivery/delivery.ts';
import { reasonNotReached } from '../http/outgoing-request.ts';
import { NoToken, type WechatApi } from './api.ts';
import { meaningOf, NoAppSecret, reasonOf, WechatRefusal } from './refusal.ts';
import { type Subscription, subscriptionMessage } from './subscription.ts';

/**
 * Their last message is more than 48 hours old, or they left the account (45015); five messages answered it already
 * (45047).
 */
const WINDOW_IS_OVER: readonly number[] = [45015, 45047];
/** They take no such messages (43101), or do not follow the account (43004, 40003). */
const NOT_WANTED: readonly number[] = [43101, 43004, 40003];
/** WeChat does not pass these words on: too long (45002), or not as the template has it (47003). */
const NOT_THESE_WORDS: readonly number[] = [45002, 47003];

export interface MessageSettings {
  readonly subscription?: Subscription | undefined;
  /** Hears of what only ops can help. */
  readonly onBarred: (reason: string) => void;
}

/**
 * A notice to somebody who wrote to the Official Account: as a customer-service message while WeChat lets us answer
 * them, else as the subscription message that the province has a template for.
 */
export function wechatMessages(api: WechatApi, { subscription, onBarred }: MessageSettings): Send {
  return async (notice, openid) => {
    const answered = await attempt(api, '/cgi-bin/message/custom/send', answerTo(notice, openid), onBarred);
    if (answered !== 'window-is-over') return answered;
    const message = subscription && subscriptionMessage(notice, openid, subscription);
    if (!message) return { kind: 'no-address', reason: 'the time to answer is over' };
    const sent = await attempt(api, '/cgi-bin/message/subscribe/bizsend', message, onBarred);
    return sent === 'window-is-over' ? { kind: 'no-address', reason: 'no subscription' } : sent;
  };
}

/** A notice to a member of the WeCom corporation, in whose name the province's application may write at any time. */
export function wecomMessages(
  api: WechatApi,
  agentId: () => Promise<number>,
  onBarred: MessageSettings['onBarred'],
): Send {
  return async (notice, userId) => {
    const withAgent: WechatApi = async ({ body, ...question }) =>
      api({ ...question, body: { ...body, agentid: await agentId() } });
    const sent = await attempt(withAgent, '/cgi-bin/message/send', answerTo(notice, userId), onBarred);
    return sent === 'window-is-over' ? { kind: 'refused', reason: sent } : sent;
  };
}

const answerTo = ({ text }: Notice, touser: string) => ({
  touser,
  msgtype: 'text',
  text: { content: chatText(text) },
});

async function attempt(
  api: WechatApi,
  path: string,
  body: object,
  onBarred: MessageSettings['onBarred'],
): Promise<SendResult | 'window-is-over'> {
  try {
    const { json } = await api({ method: 'POST', path, body });
    return resultOf(Taken.parse(json));
  } catch (error) {
    const result = resultAfter(error as Error);
    if (result === 'barred') return barred(reasonOf(error as Error), onBarred);
    return result;
  }
}

/** WeCom takes a message to nobody, and says so beside its "ok". */
const Taken = z.object({
  errcode: z.literal(0),
  msgid: z.union([z.string(), z.number()]).optional(),
  invaliduser: z.string().optional(),
});

function resultOf({ msgid = '', invaliduser = '' }: z.infer<typeof Taken>): SendResult {
  return invaliduser === ''
    ? { kind: 'sent', reference: String(msgid) }
    : { kind: 'refused', reason: 'not in the corporation' };
}

function barred(reason: string, onBarred: MessageSettings['onBarred']): SendResult {
  onBarred(reason);
  return { kind: 'barred', reason };
}

function resultAfter(error: Error): SendResult | 'window-is-over' | 'barred' {
  const reason = reasonOf(error);
  if (error instanceof NoAppSecret) return 'barred';
  if (!(error instanceof WechatRefusal)) return { kind: wasNotSent(error) ? 'busy' : 'unknown', reason };
  if (WINDOW_IS_OVER.includes(error.errcode)) return 'window-is-over';
  if (NOT_WANTED.includes(error.errcode)) return { kind: 'no-address', reason };
  const meaning = meaningOf(error);
  if (meaning === 'barred') return 'barred';
  // The calls of a day come back at midnight: another transport is sooner.
  if (meaning === 'tomorrow') return { kind: 'barred', reason };
  if (meaning === 'busy') return { kind: 'busy', reason };
  return { kind: NOT_THESE_WORDS.includes(error.errcode) ? 'refused' : 'later', reason };
}

const wasNotSent = (error: Error): boolean => error instanceof NoToken || reasonNotReached(error) !== undefined;
