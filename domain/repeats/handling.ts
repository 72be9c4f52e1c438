import { logitIn } from '../classification/gram-weights.ts';
import type { Stretch } from '../text/sentences.ts';
import type { Found } from '../text/terms.ts';
import type { Cue, RepeatRules } from './rules.ts';

/** How many characters may stand between an answer and what it did not change. */
const REACH = 25;
const POINTS = { dissent: 4, accusation: 2, earlier: 1 } as const;
const MOST = 9;

/** Who is no organ. */
const OTHERS =
  '(?:物业|老板娘?|店[家主]|商家|摊主|厂[家方长里]|公司|开发商|客服|房东|房主|邻居|对方|负责人|项目部|施工方|包?工头|经理|保安|业委会|村[长委里]|村干部|村支书|[他她]们?)';

/** Before an answer, in its clause: that it is only wished for, was never given, or is none of an organ's. */
const NO_ANSWER = [
  /(?:请(?!不要|问|解释)|望|盼|求|等|待|需要|尽快|尽早|早日|及时)[^。！？；，,!?;\n]{0,12}$/u,
  /(?:并|把|将|能|能够|可以|给予|给个|给我|没|没有|没人|无人|未|尚未|不|拒绝|拒不|予以|作出|做出)(?:有|什么|收到|见到|看到|一个|一次|过|得到|任何|正面|明确|书面|合理|满意|的)*$/u,
  /得到(?:(?:任何|正面|明确|书面|合理|满意)的?)?$/u,
  new RegExp(`${OTHERS}[^。！？；，,!?;\\n]{0,6}$`, 'u'),
];
const CLAUSE = 16;
const BLOT = '，';
/** Others, with the rest of a clause in which they promise and a next one that goes on from it; where an answer is wished for. */
const SAID_BY_OTHERS = new RegExp(
  `(?<![“"「])${OTHERS}(?:[^。！？；，,!?;\\n]{0,6}(?:说|讲|答应|承诺|保证|答复|回复|回答|表示)[^。！？；，,!?;\\n]*(?:[，,]说[^。！？；，,!?;\\n]*)?)?`,
  'gu',
);
const WISHED = /(?:请(?!问)|望|盼|求)[^。！？；，,!?;\n]{0,12}(?:回复|答复|反馈|答案|说法)[^。！？；，,!?;\n]*/gu;

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

/**
 * The same by the weights of a short text's words on handling: 0, or as much as makes it about handling. Of a longer text
 * they are not asked for.
 */
export function handlingByWords(
  length: number,
  said: () => string,
  { handling, limits }: Pick<RepeatRules, 'handling' | 'limits'>,
): number {
  if (!handling || length > handling.longest) return 0;
  return logitIn(said(), handling) > 0 ? limits.handling : 0;
}

/**
 * The text with all blotted out that says nothing on handling: the names of places and plants, what they do and what it
 * looks, sounds or smells like (`matter`), what others promise, and what answer is wished for. So a text that tells only
 * where and what can be about nothing else, whatever its street is called.
 */
export function wordsOnHandling(text: string, matter: readonly Stretch[]): string {
  const units = text.split('');
  const others = [SAID_BY_OTHERS, WISHED].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: said, index }) => ({ start: index, end: index + said.length })),
  );
  for (const { start, end } of [...matter, ...others]) units.fill(BLOT, start, end);
  return units.join('');
}

const is =
  (kind: Cue['kind']) =>
  ({ value }: Found<readonly Cue[]>): boolean =>
    value.some((cue) => cue.kind === kind);

function isNoAnswer(text: string, { start }: Found<unknown>): boolean {
  const before = text.slice(Math.max(0, start - CLAUSE), start);
  return NO_ANSWER.some((pattern) => pattern.test(before));
}

function isSoonAfter(answer: Found<unknown>, unchanged: Found<unknown>): boolean {
  return unchanged.start >= answer.end && unchanged.start - answer.end <= REACH;
}
