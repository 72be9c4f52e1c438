import { cleaned } from './text/cleaned.ts';

// Crockford's alphabet: no I, L, O or U, so a receipt survives the telephone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * 登记编号 of the complaint that came from this source: the province's letters and 60 bits of the source's SHA-256, such as
 * "QH-7KX4-M9P2-Q3T8". The same source always gets the same receipt, which is what makes a resent message harmless.
 */
export function receiptFor(provinceLetters: string, sourceDigest: string): string {
  return `${provinceLetters}-${groupsOf(crockford(BigInt(`0x${sourceDigest.slice(0, 15)}`), 12))}`;
}

/** A receipt among other words, its groups apart or not. */
const AMONG_WORDS = /(?<![0-9A-Z])[A-Z]{2}(?:[\s-]{0,3}[0-9A-Z]){12}(?![0-9A-Z])/;

/**
 * What a person typed or pasted, in the form we store: upper case, dashes in place, O read as 0, I and L as 1, without
 * the label that stood before it in a message. Undefined if it cannot be one.
 */
export function normaliseReceipt(typed: string): string | undefined {
  const folded = foldedOf(typed);
  const plain = plainOf(folded);
  const alone = receiptIn(plain.slice(0, 2), plain.slice(2));
  const among = plainOf(AMONG_WORDS.exec(folded)?.[0] ?? '');
  return alone ?? receiptIn(among.slice(0, 2), among.slice(2));
}

/** So many signs in a row tell one receipt from most others. */
const SHORTEST_PART = 4;

/** A part of a receipt as people remember it, its end for the most part; undefined for what is none. */
export function receiptPart(typed: string): string | undefined {
  const part = unmistakable(foldedOf(typed).replace(/[\s\p{P}]/gu, ''));
  return part.length >= SHORTEST_PART && /^[0-9A-HJKMNP-TV-Z]+$/.test(part) ? part : undefined;
}

/** Whether that is a part of the receipt, its dashes aside. */
export const holdsPart = (receipt: string, part: string): boolean =>
  unmistakable(receipt.replaceAll('-', '')).includes(part);

function receiptIn(letters: string, digits: string): string | undefined {
  const rest = unmistakable(digits);
  if (!/^[A-Z]{2}$/.test(letters) || !/^[0-9A-HJKMNP-TV-Z]{12}$/.test(rest)) return undefined;
  return `${letters}-${groupsOf(rest)}`;
}

/**
 * What a person typed or pasted for the query code, perhaps with its label and the receipt before it, in the form we
 * store.
 */
export const normaliseQueryCode = (typed: string): string =>
  unmistakable(plainOf(foldedOf(typed).replace(AMONG_WORDS, '')));

/** Of a whole message in which both stand. */
const MOST_CHARACTERS = 500;

/**
 * Full-width letters and every kind of dash, as Chinese keyboards give them, are as good as plain ones; marks that
 * nobody sees are none.
 */
const foldedOf = (typed: string): string =>
  cleaned(typed.slice(0, MOST_CHARACTERS))
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\p{Dash_Punctuation}/gu, '-');

/** Neither has a sign beside letters and digits: the words of a label are Chinese. */
const plainOf = (folded: string): string => folded.replace(/[\s\p{P}\p{Script=Han}]/gu, '');

/** The alphabet has no O, I or L: who types one meant the digit. */
function unmistakable(typed: string): string {
  return typed.replace(/O/g, '0').replace(/[IL]/g, '1');
}

function crockford(value: bigint, length: number): string {
  let digits = '';
  for (let left = value; digits.length < length; left /= 32n) digits = ALPHABET[Number(left % 32n)] + digits;
  return digits;
}

function groupsOf(digits: string): string {
  return digits.match(/.{4}/g)!.join('-');
}
