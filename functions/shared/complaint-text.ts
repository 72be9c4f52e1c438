import type { Flag } from '../../domain/complaint.ts';
import { cleaned } from '../../domain/text/cleaned.ts';
import { withoutMarkup } from '../../domain/text/without-markup.ts';

/** What a complaint holds of somebody's words; the rest of a longer one stays in the original. */
export const MAX_CHARACTERS = 20_000;

/** What is read of a text for these: markup and blanks take some of it. */
const MOST_READ = 5 * MAX_CHARACTERS;

/**
 * What somebody wrote, as it is kept: without the HTML that a program left around it, well-formed, of bounded length,
 * and flagged when a person should look at the original.
 */
export function wordsKept(typed: string): { text: string; flags: Flag[] } {
  // Half a character at the cut is no sign of bytes that nobody can read.
  const isCut = typed.length > MOST_READ;
  const read = isCut ? typed.slice(0, MOST_READ).replace(/[\ud800-\udbff]$/, '') : typed;
  const words = cleaned(withoutMarkup(read.toWellFormed())).trim();
  const flags: Flag[] = [];
  if (words === '') flags.push('no-text');
  const isLong = words.length > MAX_CHARACTERS && [...words].length > MAX_CHARACTERS;
  if (isLong || isCut) flags.push('truncated');
  // U+FFFD stands for bytes that no charset explained, and the private area for characters of none.
  if (/[\ufffd\ue000-\uf8ff]/.test(words)) flags.push('undecodable');
  const text = isLong ? [...words].slice(0, MAX_CHARACTERS).join('') : words;
  return { text, flags };
}
