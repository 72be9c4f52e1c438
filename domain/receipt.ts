// Crockford's alphabet: no I, L, O or U, so a receipt survives the telephone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * 登记编号 of the complaint that came from this source: the province's letters and 60 bits of the source's SHA-256, such as
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

/** Full-width letters and every kind of dash, as Chinese keyboards give them, are as good as plain ones. */
function plainOf(typed: string): string {
  return typed
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
