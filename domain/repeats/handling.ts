import type { Found } from '../text/terms.ts';
import type { Cue } from './rules.ts';

/** How many characters may stand between an answer and what it did not change. */
const REACH = 25;
const POINTS = { dissent: 4, accusation: 2, earlier: 1 } as const;
const MOST = 9;

/**
 * 0–9: how much a text is about the way an earlier complaint was handled. Blame alone says little: many blame officials
 * with the source.
 */
export function handlingOf(cues: readonly Found<readonly Cue[]>[]): number {
  const of = (kind: Cue['kind']) => cues.filter(({ value }) => value.some((cue) => cue.kind === kind));
  const [answers, dissent, unchanged] = [of('answer'), of('dissent'), of('unchanged')];
  const earlier = of('earlier').length > 0 ? POINTS.earlier : 0;
  const answered = answers.length + earlier > 0;
  const dissents = [
    ...(answered ? dissent : []),
    ...unchanged.filter((cue) => answers.some((answer) => isSoonAfter(answer, cue))),
  ];
  const accusations = of('accusation').length * POINTS.accusation;
  const blame = answered ? accusations : Math.min(accusations, POINTS.accusation);
  return Math.min(MOST, dissents.length * POINTS.dissent + blame + earlier);
}

function isSoonAfter(answer: Found<unknown>, unchanged: Found<unknown>): boolean {
  return unchanged.start >= answer.end && unchanged.start - answer.end <= REACH;
}
