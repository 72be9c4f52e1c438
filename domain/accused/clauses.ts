import { type Fault, MARKS } from './faults.ts';
import type { Mention } from './mentions.ts';

/** A clause: what stands between two marks, of whom it speaks, and what it holds against somebody; places are its own. */
export interface Clause {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly faults: readonly Fault[];
}

/** One that goes on and on is cut: nobody keeps its subject in mind so long, and no text costs more. */
const CLAUSE = new RegExp(`[^${MARKS}]{1,500}`, 'g');

/** Both lists in the order of the text. */
export function clausesOf(text: string, mentions: readonly Mention[], faults: readonly Fault[]): readonly Clause[] {
  const mentionsBefore = takerOf(mentions);
  const faultsBefore = takerOf(faults);
  return Array.from(text.matchAll(CLAUSE), ({ 0: words, index: start }) => {
    const end = start + words.length;
    return {
      text: words,
      mentions: within(mentionsBefore(end), start, end),
      faults: within(faultsBefore(end), start, end),
    };
  });
}

/** Takes from left to right: each call what begins before a place and was not taken yet. */
function takerOf<Part extends Fault | Mention>(parts: readonly Part[]): (end: number) => readonly Part[] {
  let next = 0;
  return (end) => {
    const first = next;
    while (next < parts.length && parts[next]!.start < end) next += 1;
    return parts.slice(first, next);
  };
}

/** Those that lie in a clause, as it counts places. */
const within = <Part extends Fault | Mention>(parts: readonly Part[], start: number, end: number): readonly Part[] =>
  parts
    .filter((part) => part.start >= start && part.end <= end)
    .map((part) => ({ ...part, start: part.start - start, end: part.end - start }));
