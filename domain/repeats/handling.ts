import type { Found } from '../text/terms.ts';
import type { Cue } from './rules.ts';

/** How many characters may stand between an answer and what it did not change. */
const REACH = 25;
const POINTS = { dissent: 4, accusation: 2, earlier: 1 } as const;
const MOST = 9;

/** Right before an answer: that it is only wished for, or is none of an organ's. */
const NO_ANSWER =
  /(?:请|望|盼|求|等|待|要求|需要|物业|老板|老板娘|店家|店主|商家|厂家|厂方|开发商|客服|房东|邻居|对方|[他她]们?)(?:您|你们?|贵局|领导|部门|政府|环保局|尽快|尽早|早日|及时|能够?|可以|给予|给[个我]?|就|也|都|还|给出|[做作]出|的)*$/u;
const WISH_REACH = 12;

/**
 * 0–9: how much a text is about the way an earlier complaint was handled. Blame alone says little: many blame officials
 * with the source.
 */
export function handlingOf(text: string, cues: readonly Found<readonly Cue[]>[]): number {
  const heard = cues.filter((cue) => !is('answer')(cue) || !isNoAnswer(text, cue));
  const of = (kind: Cue['kind']) => heard.filter(is(kind));
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

const is =
  (kind: Cue['kind']) =>
  ({ value }: Found<readonly Cue[]>): boolean =>
    value.some((cue) => cue.kind === kind);

function isNoAnswer(text: string, { start }: Found<unknown>): boolean {
  return NO_ANSWER.test(text.slice(Math.max(0, start - WISH_REACH), start));
}

function isSoonAfter(answer: Found<unknown>, unchanged: Found<unknown>): boolean {
  return unchanged.start >= answer.end && unchanged.start - answer.end <= REACH;
}
