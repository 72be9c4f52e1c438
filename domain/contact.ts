import { isRounded } from './partners/rounded.ts';

/** What could be used of a contact as somebody wrote it; `isAll`: nothing else stood there. */
export interface ReadContact {
  readonly value: string;
  readonly isAll: boolean;
}

/** Nobody writes more of themselves; to look for numbers and addresses takes time by the square of it. */
const MOST_WRITTEN = 500;

/** A number by itself, as people group it; one of more than fifteen digits (E.164) would be two. */
const ALONE = /^[+\d(][-+\d ()转]{4,39}$/;
const MOST_DIGITS = 15;

const COUNTRY = String.raw`(?<![\d.])(?:(?:\+|00)?86[- ]?)?`;
const EXTENSION = String.raw`(?:[-转]\d{1,6})?(?!\d)`;
/** Numbers among other words, the best first: only a mobile one takes text messages. */
const NUMBERS = [
  new RegExp(`${COUNTRY}1[3-9]\\d(?:[- ]?\\d){8}(?!\\d)`),
  new RegExp(`${COUNTRY}\\(?0\\d{2,3}\\)?[- ]?\\d(?:[- ]?\\d){6,7}${EXTENSION}`),
  /\+\d(?:[- ]?\d){6,14}(?!\d)/,
  /(?<![\d.])[48]00(?:[- ]?\d){7}(?!\d)/,
  new RegExp(`(?<![\\d.])\\d{3,4}-?\\d{4}${EXTENSION}`),
];

/**
 * The telephone number that somebody wrote, perhaps among others or among words; undefined when there is none. An
 * extension stands behind 转.
 */
export function phoneIn(written: string): ReadContact | undefined {
  const text = folded(written).replace(/ ?(?:分机号?|转|ext\.?|x|#) ?[:.]? ?(?=\d{1,6}(?!\d))/gi, '转');
  if (isRounded(text)) return undefined;
  const digits = text.replace(/转.*$|\D/g, '').length;
  if (ALONE.test(text) && digits <= MOST_DIGITS) return { value: text, isAll: true };
  const [found] = NUMBERS.flatMap((number) => number.exec(text)?.[0] ?? []);
  return found === undefined ? undefined : { value: found, isAll: false };
}

/** What mail hosts take: one dot at a time, and a domain with an ending (RFC 5321 has 254 characters for it all). */
const ADDRESS = /^(?!\.|.*\.\.)[\w.'+-]*[\w+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
const MOST_CHARACTERS = 254;
/** A run of signs around an @ that stand in no sentence but in addresses. */
const AMONG_WORDS = /[^\s@<>()[\]",;:、《》【】“”]+@[^\s@<>()[\]",;:、《》【】“”]+/g;

/** The e-mail address that somebody wrote, perhaps among others or among words; undefined when there is none. */
export function emailIn(written: string): ReadContact | undefined {
  const text = folded(written).replace(/[。｡]/g, '.').replace(/ ?@ ?/g, '@');
  const found = (text.match(AMONG_WORDS) ?? [])
    .map((one) => one.replace(/\.+$/, ''))
    .find((one) => one.length <= MOST_CHARACTERS && ADDRESS.test(one));
  return found === undefined ? undefined : { value: found, isAll: found === text };
}

/**
 * What keyboards, chats and office programs made of it, taken back: full-width forms, invisible marks, every kind of
 * blank and dash.
 */
const folded = (written: string): string =>
  written
    .slice(0, MOST_WRITTEN)
    .normalize('NFKC')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .replace(/[\p{Pd}\u2212\u30fc]+/gu, '-')
    .trim();
