import type { Found } from '../text/terms.ts';
import type { IncidentPart, IncidentTerm } from './lexicon.ts';

/** What can happen; the rest says to what, where and when. */
const EVENTS: ReadonlySet<IncidentPart> = new Set([
  'release',
  'breakage',
  'outflow',
  'collapse',
  'crash',
  'fire',
  'blast',
  'dumping',
  'flight',
  'acute',
  'mild',
  'dead-fish',
  'some-dead-fish',
  'afloat',
  'drinking-water',
  'radioactive',
  'blood-lead',
]);

/** "爆炸过", "泄漏以后": looked back upon. */
const LOOKED_BACK_UPON = /^(?:了|事故|事件)?(?:过(?![来去程敏])|以后|之后|过后|后(?![果面边排]))/;
/** "跟爆炸一样": likened to one. */
const LIKENED = { before: /(?:[像如跟似]|好比)(?:要|在)?$/, after: /^了?(?:一样|似的|一般|那样)/ };
/** "泄漏应急包", "爆炸检测仪": a thing that is for it. */
const FOR_IT = /^应急(?:\p{sc=Han}{0,2}[包箱柜]|物资|预案|用品)|^检测仪/u;
/** A year without a day is no news. */
const YEAR = /(?:19|20)\d\d年(?!\d)/;
const LONGEST_NEGATION = 2;
/**
 * Who has an accident before their eyes writes no letter: in a longer text an event needs a word such as 刚才 in its
 * sentence.
 */
const LETTER_LENGTH = 300;

interface Clause {
  readonly start: number;
  readonly from: number;
  to: number;
  readonly beginsSentence: boolean;
}

/**
 * Places in `found` of the events that the text tells as happening now. Fear, condition, habit and history lower what
 * follows them in their sentence until a word such as 现在 or 刚才, and what stands before them in their clause where no
 * such word does; wishes, rules and claims only their clause; hearsay its sentence whatever follows. What is told to be
 * over by the writer's own word ends all events before it. An exercise anywhere lowers all.
 */
export function happeningIn(found: readonly Found<IncidentTerm>[], text: string): number[] {
  if (!found.some(namesEvent) || isExercise(found)) return [];
  const isLetter = text.length > LETTER_LENGTH;
  const over = found.findLastIndex((_, at) => isOver(found, at, text));
  let lowered: Lowered;
  return clausesOf(found).flatMap((clause) => {
    const before = clause.beginsSentence ? (isLetter ? 'until-now' : undefined) : lowered;
    const told = found.slice(clause.from, clause.to);
    lowered = loweredAfter(before, told, text, clause);
    const now = told.some((one) => is(one, 'now'));
    if (lowered === 'whole' || (!now && (lowered || told.some((one) => is(one, 'wished'))))) return [];
    return eventsOf(found, clause, text).filter((at) => at > over && !isPast(found, at, clause.from));
  });
}

const isExercise = (found: readonly Found<IncidentTerm>[]): boolean =>
  found.some((one, at) => is(one, 'exercise') && !isDenied(found, at, 0));

/**
 * Whether the text says itself that nothing happens: it is over, an exercise, or feared, remembered, imagined or only
 * likened with every event that it names.
 */
export const isCalm = (found: readonly Found<IncidentTerm>[], text: string): boolean =>
  isExercise(found) ||
  found.some((_, at) => isOver(found, at, text)) ||
  (found.some((one) => isAway(one) || (namesEvent(one) && isLikened(one, text))) &&
    found.some(namesEvent) &&
    happeningIn(found, text).length === 0);

function namesEvent({ value }: Found<IncidentTerm>): boolean {
  for (const part of value.parts) if (EVENTS.has(part)) return true;
  return false;
}

/** "路都堵住了": a way is blocked, no leak. */
const OF_A_WAY = /(?:路|路口|道|交通|车|门|口|桥)[都全也给被又]*$/;
/** "他们说处理完了": somebody's word for it. */
const SAID = /[说称讲]|回复|答复|告诉|通知/;
/** "可是还在流": and so it is not over. */
const TAKEN_BACK = /可是|可[还到现]|但|却|不过|根本|其实|仍|还[在没]|又|没人来/;
const NEAR_OVER = { way: 4, said: 10, after: 30 };

function isOver(found: readonly Found<IncidentTerm>[], at: number, text: string): boolean {
  const one = found[at]!;
  const before = (reach: number) => text.slice(Math.max(0, one.start - reach), one.start);
  return (
    is(one, 'over') &&
    !isDenied(found, at, 0) &&
    !OF_A_WAY.test(before(NEAR_OVER.way)) &&
    !SAID.test(before(NEAR_OVER.said)) &&
    !TAKEN_BACK.test(text.slice(one.end, one.end + NEAR_OVER.after))
  );
}

/** What lowers the clauses that follow in the same sentence. */
type Lowered = 'until-now' | 'whole' | undefined;

function loweredAfter(before: Lowered, told: readonly Found<IncidentTerm>[], text: string, clause: Clause): Lowered {
  if (before === 'whole' || told.some((one) => is(one, 'elsewhere'))) return 'whole';
  if (told.some((one) => is(one, 'now'))) return undefined;
  return before ?? (looksAway(told, text, clause) ? 'until-now' : undefined);
}

/** In a clause that has both, what stands last before the event tells when: "上个月着火的厂现在又开工了". */
function isPast(found: readonly Found<IncidentTerm>[], at: number, from: number): boolean {
  for (let i = at; i >= from; i -= 1) {
    if (is(found[i]!, 'now')) return false;
    if (isAway(found[i]!)) return true;
  }
  return false;
}

function looksAway(told: readonly Found<IncidentTerm>[], text: string, { start }: Clause): boolean {
  const end = told.at(-1)?.end ?? start;
  return told.some(isAway) || YEAR.test(text.slice(start, end));
}

function isAway(one: Found<IncidentTerm>): boolean {
  return is(one, 'supposed') || is(one, 'past');
}

function eventsOf(found: readonly Found<IncidentTerm>[], { from, to }: Clause, text: string): number[] {
  const places: number[] = [];
  for (let at = from; at < to; at += 1) {
    const one = found[at]!;
    if (
      namesEvent(one) &&
      !isDenied(found, at, from) &&
      !isLookedBackUpon(one, text) &&
      !isLikened(one, text) &&
      !FOR_IT.test(text.slice(one.end, one.end + 5))
    ) {
      places.push(at);
    }
  }
  return places;
}

function isDenied(found: readonly Found<IncidentTerm>[], at: number, from: number): boolean {
  const before = found[at - 1];
  if (!before || at - 1 < from || !is(before, 'denied')) return false;
  const reach = before.end - before.start > 1 ? LONGEST_NEGATION : 0;
  return found[at]!.start - before.end <= reach;
}

const isLikened = ({ start, end }: Found<IncidentTerm>, text: string): boolean =>
  LIKENED.before.test(text.slice(Math.max(0, start - 3), start)) && LIKENED.after.test(text.slice(end, end + 3));

function isLookedBackUpon(one: Found<IncidentTerm>, text: string): boolean {
  return !is(one, 'acute') && !is(one, 'mild') && LOOKED_BACK_UPON.test(text.slice(one.end, one.end + 5));
}

function clausesOf(found: readonly Found<IncidentTerm>[]): Clause[] {
  const clauses: Clause[] = [{ start: 0, from: 0, to: found.length, beginsSentence: true }];
  found.forEach((one, at) => {
    const ends = is(one, 'sentence-end');
    if (!ends && !is(one, 'clause-end')) return;
    clauses.at(-1)!.to = at;
    clauses.push({ start: one.end, from: at + 1, to: found.length, beginsSentence: ends });
  });
  return clauses;
}

function is({ value }: Found<IncidentTerm>, part: IncidentPart): boolean {
  return value.parts.has(part);
}
