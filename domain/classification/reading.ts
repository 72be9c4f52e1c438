import { type Found, findInLists } from '../text/terms.ts';
import { affirmed } from './denial.ts';
import type { IncidentTerm } from './lexicon.ts';
import { withPairs } from './pairs.ts';
import type { ClassificationRules } from './rules.ts';
import { type Mention, type Term, tells } from './term.ts';
import { withoutFigures } from './whose-words.ts';

/** A text with what the lexicon finds in it, from left to right. */
export interface Reading {
  readonly text: string;
  /** Without what is denied or only a name, and with what two terms tell together. */
  readonly mentions: readonly Mention[];
  readonly incidents: readonly Found<IncidentTerm>[];
}

/** Terms read of one text: more than any letter has, and no text costs more. */
const MOST_MENTIONS = 2_000;

/** The text is passed once; whatever is asked of it afterwards is asked of what stands there. */
export function read(
  text: string,
  rules: Pick<ClassificationRules, 'terms' | 'pairs' | 'taxonomy' | 'industries'>,
): Reading {
  const [found, incidents] = findInLists(text, rules.terms);
  const told = withPairs(inSentences(found.slice(0, MOST_MENTIONS)), rules.pairs);
  return { text, mentions: affirmed(withoutFigures(told, text, rules), text), incidents };
}

/** What a reading has of a stretch of its text, as if that were all. */
export const incidentsWithin = ({ incidents }: Reading, start: number, end: number): Found<IncidentTerm>[] =>
  incidents
    .filter((one) => one.start >= start && one.end <= end)
    .map((one) => ({ value: one.value, start: one.start - start, end: one.end - start }));

function inSentences(found: readonly Found<Term>[]): Mention[] {
  let sentence = 0;
  return found.map(({ value, start, end }) => {
    if (tells(value, 'sentence-end')) sentence += 1;
    return { value, start, end, sentence };
  });
}
