import { cleaned } from './text/cleaned.ts';

// Crockford's alphabet: no I, L, O or U, so a receipt survives the telephone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * 受理编号 of the complaint that came from this source: the province's letters and 60 bits of the source's SHA-256, such as
 * "QH-7KX4-M9P2-Q3T8". The same source always gets the same receipt, which is what makes a resent message harmless.
 */
export function receiptFor(provinceLetters: string, sourceDigest: string): string {
  return `${provinceLetters}-${groupsOf(crockford(BigInt(`0x${sourceDigest.slice(0, 15)}`), 12))}`;
}

/** What a person typed, in the form we store: upper case, dashes in place, O read as 0, I and L as 1. Undefined if it cannot be one. */
export function normaliseReceipt(typed: string): string | undefined {
  const plain = plainOf(typed);
  const letters = plain.slice(0, 2);
  const rest = unmistakable(plain.slice(2));
  if (!/^[A-Z]{2}$/.test(letters) || !/^[0-9A-HJKMNP-TV-Z]{12}$/.test(rest)) return undefined;
  return `${letters}-${groupsOf(rest)}`;
}

/** What a person typed for the query code, in the form we store. */
export function normaliseQueryCode(typed: string): string {
  return unmistakable(plainOf(typed));
}

/** Twelve of these after two letters, with blanks and dashes between them as people set them. */
const RECEIPT = /(?<![0-9A-Z])[A-Z]{2}(?:[\s\p{Pd}]{0,3}[0-9A-Z]){12}(?![0-9A-Z])/u;
const QUERY_CODE = /(?<![0-9A-Z])[0-9A-Z](?:[\s\p{Pd}]{0,3}[0-9A-Z]){7}(?![0-9A-Z])/u;

/**
 * The receipt in what a person pasted: with its label, in a whole message of ours, or as it is. Undefined if there is
 * none.
 */
export function receiptIn(pasted: string): string | undefined {
  const own = normaliseReceipt(pasted);
  if (own !== undefined) return own;
  const [found = ''] = RECEIPT.exec(visible(pasted)) ?? [];
  return normaliseReceipt(found);
}

/**
 * The query code in what a person pasted, the receipt beside it left out; what was pasted, in the form we store, if
 * there is none.
 */
export function queryCodeIn(pasted: string): string {
  const [found] = QUERY_CODE.exec(visible(pasted).replace(RECEIPT, ' ')) ?? [];
  return normaliseQueryCode(found ?? pasted);
}

/** As people see it, in capitals. Nobody pastes more by mistake than this. */
const visible = (pasted: string): string => cleaned(pasted.slice(0, MOST_PASTED)).normalize('NFKC').toUpperCase();
const MOST_PASTED = 2_000;

/** Full-width letters and every kind of dash, as Chinese keyboards give them, are as good as plain ones. */
function plainOf(typed: string): string {
  return cleaned(typed)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}]/gu, '');
}

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
