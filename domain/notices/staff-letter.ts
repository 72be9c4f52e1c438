import type { Instant } from '../calendar/day.ts';
import type { Case } from '../case/case.ts';
import { explanationOf, surprisingDays } from './clock-days.ts';
import { frame } from './frame-texts.ts';
import { actionOf, basisOf, lastWord, matterOf, nextTimer, type RuledClock, type Rules } from './matter-lines.ts';
import { bodyOf } from './wording.ts';
import { distance } from './words.ts';

/**
 * The text of a letter to staff: why it was written, what is due first with its reasons, the other deadlines in a line
 * each, and the case. No word of the complainant, no street.
 */
export function staffLetter(
  opening: string,
  clocks: readonly RuledClock[],
  state: Case,
  now: Instant,
  rules: Rules,
): string {
  const duties = dutiesText(clocks, state, now, rules);
  const link = rules.desk && `${rules.desk.replace(/\/$/, '')}/desk/cases/${state.id}`;
  return bodyOf(frame('letter', { ...matterOf(state), opening, duties, receipt: state.id, link }), rules.texts);
}

const isRight = ({ rule }: RuledClock): boolean => rule.owedTo === 'nobody';

/** What must be done comes before what may be. */
function dutiesText(clocks: readonly RuledClock[], state: Case, now: Instant, rules: Rules): string | undefined {
  const [first, ...others] = [...clocks.filter((one) => !isRight(one)), ...clocks.filter(isRight)];
  if (!first) return undefined;
  return [reasonedText(first, state, now, rules), ...others.map((one) => shortText(one, now, rules))].join('\n');
}

function reasonedText(ruled: RuledClock, state: Case, now: Instant, rules: Rules): string {
  const { clock, rule } = ruled;
  const next = nextTimer(clock, now, rules);
  const days = surprisingDays(clock, explanationOf(state, clock, rules));
  const words = frame(isRight(ruled) ? 'right' : 'duty', {
    ...dueOf(ruled, now),
    provisional: clock.provisional,
    days: days.length > 0 ? days.join('\n') : undefined,
    basis: state.limits?.[clock.name]?.basis ?? basisOf(rule, clock, rules),
    nextAt: next?.at,
    nextStep: next && actionOf(next, state, rules),
    last: next ? undefined : lastWord(clock, now, rule),
  });
  return bodyOf(words, rules.texts);
}

const shortText = (ruled: RuledClock, now: Instant, { texts }: Rules): string =>
  bodyOf(frame(isRight(ruled) ? 'other-right' : 'other-duty', dueOf(ruled, now)), texts);

const dueOf = ({ clock: { dueAt: due }, rule: { duty } }: RuledClock, now: Instant) => ({
  duty,
  due,
  left: distance(now, due),
});
