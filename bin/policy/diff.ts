import type { Instant } from '../../domain/calendar/day.ts';
import type { Case } from '../../domain/case/case.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import { deadline } from '../../domain/notices/date-words.ts';
import { type ClockMove, movesOf } from '../../usecases/operations/rule-moves.ts';

interface Difference {
  readonly lines: readonly string[];
  /** How many cases would move. */
  readonly moved: number;
}

/** What would move in these cases, for people: each clock with its deadline before and after, and why; then how many. */
export function difference(
  cases: readonly Case[],
  policy: string | undefined,
  now: Instant,
  rules: { readonly before: CaseRules; readonly after: CaseRules },
): Difference {
  const moving = cases
    .map((state) => ({ state, moves: movesOf(state, policy, now, rules) }))
    .filter(({ moves }) => moves.length > 0);
  const moves = moving.flatMap((one) => one.moves);
  const lines = moving.flatMap(({ state, moves: own }) => own.flatMap((move) => linesOf(state, move)));
  return { lines: [...lines, summary(cases.length, moving.length, moves, now)], moved: moving.length };
}

function linesOf({ id }: Case, { name, from, to, gone, come }: ClockMove): string[] {
  const days = from === to ? `${deadline(from)} stays` : `${deadline(from)} → ${deadline(to)}`;
  return [`${id} ${name}: ${days}`, ...gone.map((line) => `  - ${line}`), ...come.map((line) => `  + ${line}`)];
}

function summary(all: number, moved: number, moves: readonly ClockMove[], now: Instant): string {
  const count = (is: (move: ClockMove) => boolean): number => moves.filter(is).length;
  const earlier = count(({ from, to }) => to < from);
  const later = count(({ from, to }) => to > from);
  const late = count(({ from, to }) => from > now && to <= now);
  return `${moved} of ${all} cases would move: ${earlier} deadlines earlier (${late} of them overdue at once), ${later} later, ${moves.length - earlier - later} in what is sent only`;
}
