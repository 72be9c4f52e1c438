import type { Transport } from '../notice.ts';

/**
 * Whom a stack for trials may write to, beside addresses that belong to nobody: devices of testers who agreed to it.
 */
export interface Reach {
  /** Mobile numbers, eleven digits. */
  readonly phones: readonly string[];
  /** Ids of followers or members on WeChat and WeCom, names of robots and of partners. */
  readonly chats: readonly string[];
}

/** Domains in which nobody lives (RFC 2606, RFC 6761), and the simulator of SES. */
export const RESERVED_DOMAINS = [
  ...['example.com', 'example.net', 'example.org', 'example', 'test', 'invalid', 'localhost'],
  'simulator.amazonses.com',
] as const;

export function isWithinReach({ phones, chats }: Reach, transport: Transport, to: string): boolean {
  switch (transport) {
    case 'email':
      return isReserved(to.slice(to.lastIndexOf('@') + 1).toLowerCase());
    case 'sms':
      return phones.includes(to);
    case 'wechat':
    case 'wecom':
    case 'robot':
    case 'callback':
      return chats.includes(to);
  }
}

const isReserved = (domain: string): boolean =>
  RESERVED_DOMAINS.some((reserved) => domain === reserved || domain.endsWith(`.${reserved}`));
