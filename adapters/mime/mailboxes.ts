import { decodeWords } from 'postal-mime';
import { foldedAddress } from '../../domain/mail.ts';

/** Somebody who writes, or who is written to. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** A header names no more people than that. */
const MAX_WRITTEN = 10_000;

/**
 * No sign by which a mail program would take it for several: an answer to "li@example.com,wang@example.com" would go to
 * both, past every cap on one.
 */
const ONE_ADDRESS = /^[^\s@<>()[\]",:;\\]+@[^\s@<>()[\]",:;\\]+$/;

/**
 * The people in a header field, as programs and gateways write them, rightly or not: a name with a comma, an address in
 * full width, in square brackets, or within the name. What stands in quotes or encoded is a name, unless there is no
 * address elsewhere. What is not plainly one address is nobody's.
 */
export function mailboxesIn(field: string): readonly Mailbox[] {
  const written = field
    .slice(0, MAX_WRITTEN)
    .replace(/[＜〈《]/g, '<')
    .replace(/[＞〉》]/g, '>');
  const outside = written.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => ' '.repeat(quoted.length));
  if (/[@＠]/.test(outside)) return bracketedIn(outside, written) ?? bareIn(outside);
  const decoded = decodeWords(written).replaceAll('"', '');
  return /[@＠]/.test(decoded) ? (bracketedIn(decoded, decoded) ?? bareIn(decoded)) : [];
}

/** Undefined where no angle bracket stands at all. The name is what stands before it. */
function bracketedIn(outside: string, written: string): readonly Mailbox[] | undefined {
  const brackets = [...outside.matchAll(/<([^<>]*)(?:>|$)/g)];
  if (brackets.length === 0) return undefined;
  let from = 0;
  return brackets.flatMap(({ 0: bracket, 1: inside = '', index }) => {
    const before = outside.slice(from, index);
    // Addresses without brackets may stand before one with them.
    const bare = /^.*[@＠].*,/s.exec(before)?.[0] ?? '';
    const name = nameIn(written.slice(from + bare.length, index));
    from = index + bracket.length;
    const address = addressIn(inside);
    return [...bareIn(bare), ...(address === undefined ? [] : [{ name, address }])];
  });
}

/** Addresses without brackets; a name may stand behind in parentheses (RFC 822). */
function bareIn(outside: string): readonly Mailbox[] {
  const name = nameIn(/\(([^()]*)\)/.exec(outside)?.[1] ?? '');
  const words = outside.replace(/\([^()]*\)/g, ' ').split(/[\s,;，；、<>[\]()"']+/);
  return words.flatMap((word) => addressIn(word) ?? []).map((address) => ({ name, address }));
}

function addressIn(written: string): string | undefined {
  const address = foldedAddress(written)
    .replace(/^mailto:/i, '')
    .replace(/\s*@\s*/, '@')
    .replace(/[.,;'"]+$|^['"]+/g, '')
    .toWellFormed();
  return ONE_ADDRESS.test(address) ? address : undefined;
}

function nameIn(written: string): string {
  const plain = written
    .trim()
    .replace(/^[\s,;<>]+/, '')
    .replace(/\s{0,9}<{1,9}\s{0,9}$/, '')
    .replace(/\\(.)/g, '$1');
  const unquoted = plain.startsWith('"') ? plain.replaceAll('"', '') : plain;
  return decodeWords(unquoted).trim().toWellFormed();
}
