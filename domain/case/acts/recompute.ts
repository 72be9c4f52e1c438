import * as z from 'zod';
import type { Instant } from '../../calendar/day.ts';
import type { Clock } from '../../clocks/clock.ts';
import { explain } from '../../clocks/explain.ts';
import { ruleOf } from '../../clocks/policy.ts';
import { limitFor } from '../../clocks/set-limit.ts';
import { InstantSchema, listOf, stored } from '../../stored.ts';
import { act, fact } from '../act.ts';
import { type Case, runningClocks, withClock } from '../case.ts';
import type { CaseRules } from '../context.ts';

const DeadlineChangeSchema = stored({
  clock: z.string(),
  policy: z.string(),
  from: InstantSchema,
  to: InstantSchema,
  provisional: z.boolean(),
});

export type DeadlineChange = Readonly<z.infer<typeof DeadlineChangeSchema>>;

/** Computes the running deadlines anew, under `policy` where given. */
interface Recompute {
  readonly type: 'recompute';
  readonly policy?: string | undefined;
}

/** 重算期限: what a new calendar or policy moves. Extensions granted stay granted, by the days they were granted for. */
export const recompute = act({
  name: '重算期限',
  fact: fact('recomputed', () => ({ changes: listOf(DeadlineChangeSchema) })),

  decide(state, { policy }: Recompute, rules) {
    const changes = runningClocks(state).flatMap((clock) => changeOf(clock, policy ?? clock.policy, state, rules));
    return changes.length === 0 ? [] : [{ changes }];
  },

  evolve: (state, event) =>
    event.changes.reduce(
      (next, { clock: name, policy, to: dueAt, provisional }) =>
        withClock(next, name, (clock) => moved(clock, { policy, dueAt, provisional }, event.at)),
      state,
    ),
});

/** None for a clock that only a newer release knows. */
function changeOf(
  clock: Clock,
  policy: string,
  { limits }: Case,
  { policies, calendar }: CaseRules,
): readonly DeadlineChange[] {
  const rule = ruleOf({ name: clock.name, policy }, policies);
  const limit = rule && limitFor(clock.name, rule, limits);
  if (!limit) return [];
  const { dueAt: to, provisional } = explain(clock, limit, ruleOf(clock, policies)?.extension, calendar).end;
  const same = to === clock.dueAt && provisional === clock.provisional && policy === clock.policy;
  return same ? [] : [{ clock: clock.name, policy, from: clock.dueAt, to, provisional }];
}

/**
 * A deadline that moves has its ladder before it again, but nothing of what has already passed. One that was over and is
 * over goes on being chased from where it was.
 */
function moved(clock: Clock, change: Pick<Clock, 'policy' | 'dueAt' | 'provisional'>, at: Instant): Clock {
  const isAsLate = clock.dueAt <= at && change.dueAt <= at;
  return change.dueAt === clock.dueAt || isAsLate
    ? { ...clock, ...change }
    : { ...clock, ...change, countedFrom: at, fired: [], acknowledged: undefined };
}
