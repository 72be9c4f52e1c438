import type { Found } from '../text/terms.ts';
import type { Cue } from './rules.ts';

/** How many characters may stand between an answer and what is found wrong with it. */
const REACH = 15;
const POINTS = { dissent: 4, accusation: 2, earlier: 1 } as const;
const MOST = 9;

/**
 * 0–9: how much a text is about the way an earlier complaint was handled. Blame alone says little: many blame officials
 * with the source.
 */
export function handlingOf(cues: readonly Found<readonly Cue[]>[]): number {
  const answers = cues.filter((cue) => is(cue, 'answer'));
  const dissents = cues.filter((cue) => is(cue, 'dissent') && answers.some((answer) => isNear(answer, cue)));
  const accusations = cues.filter((cue) => is(cue, 'accusation')).length * POINTS.accusation;
  const earlier = cues.some((cue) => is(cue, 'earlier')) ? POINTS.earlier : 0;
  const blame = answers.length + earlier > 0 ? accusations : Math.min(accusations, POINTS.accusation);
  return Math.min(MOST, dissents.length * POINTS.dissent + blame + earlier);
}

function is({ value }: Found<readonly Cue[]>, kind: Cue['kind']): boolean {
  return value.some((cue) => cue.kind === kind);
}

function isNear(answer: Found<unknown>, dissent: Found<unknown>): boolean {
  const gap = dissent.start >= answer.end ? dissent.start - answer.end : answer.start - dissent.end;
  return gap <= REACH;
}
