import { randomBytes } from 'node:crypto';
import type { SimulatedClock } from '../clock.ts';

/** A message that somebody sent to the account, as far as WeChat remembers it. */
export interface Heard {
  readonly FromUserName?: string | undefined;
  readonly MsgType?: string | undefined;
  readonly MediaId?: string | undefined;
}

/** What WeChat keeps of one account: its token, the media of messages for three days, and who may be answered. */
export interface WechatMemory {
  hear(message: Heard): void;
  /** The same one as long as it holds. */
  token(): string;
  holdsToken(token: string): boolean;
  /** Kind of the medium; undefined for one that it never had or has no more. */
  mediumOf(mediaId: string): string | undefined;
  knows(user: string): boolean;
  /** Uses up one of the answers that a message allows; otherwise, the errcode. */
  answer(user: string): number;
}

const TOKEN_MS = 7_200_000;
const MEDIA_MS = 3 * 86_400_000;
const WINDOW_MS = 48 * 3_600_000;
const ANSWERS = 5;

export function wechatMemory(clock: SimulatedClock): WechatMemory {
  const media = new Map<string, { readonly kind: string; readonly until: number }>();
  const writers = new Map<string, { readonly until: number; left: number }>();
  let token = { value: '', until: Number.NEGATIVE_INFINITY };
  return {
    hear({ FromUserName = '', MsgType = '', MediaId }) {
      const now = clock.milliseconds();
      if (FromUserName === '' || MsgType === 'event') return;
      writers.set(FromUserName, { until: now + WINDOW_MS, left: ANSWERS });
      if (MediaId !== undefined) media.set(MediaId, { kind: MsgType, until: now + MEDIA_MS });
    },
    token() {
      const now = clock.milliseconds();
      if (token.until <= now) token = { value: randomBytes(64).toString('base64url'), until: now + TOKEN_MS };
      return token.value;
    },
    holdsToken: (value) => value === token.value && token.until > clock.milliseconds(),
    mediumOf(mediaId) {
      const medium = media.get(mediaId);
      return medium && medium.until > clock.milliseconds() ? medium.kind : undefined;
    },
    knows: (user) => writers.has(user),
    answer(user) {
      const writer = writers.get(user);
      if (!writer || writer.until <= clock.milliseconds()) return 45015;
      if (writer.left === 0) return 45047;
      writer.left -= 1;
      return 0;
    },
  };
}
