import type { Contact } from '../complaint.ts';
import { plainAddress } from '../mail.ts';

/** HMAC-SHA-256 of a text under a secret key, lower-case hexadecimal. */
export type KeyedHash = (text: string, key: string) => string;

/** 同一信访人 within a year: in how many cases, this one among them, and with how many they were not satisfied. */
export interface SenderHistory {
  readonly cases: number;
  readonly dissatisfied: number;
}

/** "近一年3件，2件不满意". */
export const historyText = ({ cases, dissatisfied }: SenderHistory): string =>
  `近一年${cases}件${dissatisfied > 0 ? `，${dissatisfied}件不满意` : ''}`;

/** What somebody can be known again by, each in one way of writing it; nothing of their name. */
export function identitiesIn({ phone, email, openid, wecomUserId }: Contact): readonly string[] {
  const digits = phone
    ?.normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(00)?86(?=1\d{10}$)/, '');
  return [
    ...(digits !== undefined && digits.length >= 7 ? [`phone:${digits}`] : []),
    ...(email === undefined ? [] : [`mail:${plainAddress(email)}`]),
    ...(openid === undefined ? [] : [`wechat:${openid}`]),
    ...(wecomUserId === undefined ? [] : [`wecom:${wecomUserId}`]),
  ];
}

/** 信访人标识: under each key, so that while one takes the place of another both lead to the same complaints. */
export const hashesOf = (contact: Contact, keys: readonly string[], hash: KeyedHash): readonly string[] =>
  identitiesIn(contact).flatMap((identity) => keys.map((key) => hash(identity, key)));
