import type { Instant } from '../../calendar/day.ts';
import type { Case } from '../../case/case.ts';
import { explanationOf, surprisingDays } from '../clock-days.ts';
import { frame } from '../frame-texts.ts';
import {
  actionOf,
  basisOf,
  deskLink,
  lastWord,
  matterOf,
  nextTimer,
  type RuledClock,
  type Rules,
  timeLeft,
} from '../matter-lines.ts';
import { bodyOf } from '../wording.ts';

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
  const link = deskLink(state.id, rules);
  return bodyOf(frame('letter', { ...matterOf(state), opening, duties, receipt: state.id, link }), rules.texts);
}

const isRight = ({ rule }: RuledClock): boolean => rule.owedTo === 'nobody';

/** What must be done comes before what may be. */
function dutiesText(clocks: readonly RuledClock[], state: Case, now: Instant, rules: Rules): string | undefined {
  const [first, ...others] = [...clocks.filter((one) => !isRight(one)), ...clocks.filter(isRight)];
  if (!first) return undefined;
  return [reasonedText(first, state, now, rules), ...others.map((one) => shortText(one, state, now, rules))].join('\n');
}

function reasonedText(ruled: RuledClock, state: Case, now: Instant, rules: Rules): string {
  const { clock, rule } = ruled;
  const next = nextTimer(clock, now, rules);
  const words = frame(isRight(ruled) ? 'right' : 'duty', {
    ...dueOf(ruled, state, now, rules),
    provisional: clock.provisional,
    basis: state.limits?.[clock.name]?.basis ?? basisOf(rule, clock, rules),
    nextAt: next?.at,
    nextStep: next && actionOf(next, state, rules),
    last: next ? undefined : lastWord(clock, now, rule),
  });
  return bodyOf(words, rules.texts);
}

const shortText = (ruled: RuledClock, state: Case, now: Instant, rules: Rules): string =>
  bodyOf(frame(isRight(ruled) ? 'other-right' : 'other-duty', dueOf(ruled, state, now, rules)), rules.texts);

function dueOf({ clock, rule }: RuledClock, state: Case, now: Instant, rules: Rules) {
  const days = surprisingDays(clock, explanationOf(state, clock, rules)).join('\n');
  return { duty: rule.duty, due: clock.dueAt, left: timeLeft(clock, rule, now, rules), days: days || undefined };
}
