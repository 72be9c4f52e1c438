import * as z from 'zod';
import { type Day, dayOf, type Instant, instantAt } from '../../calendar/day.ts';
import { clockNameOf } from '../../clocks/clock-name.ts';
import type { Limits } from '../../clocks/set-limit.ts';

/** So many of a kind a case has at a time. One that has ended makes room. */
const MOST_AT_ONCE = 10;

/** Which of several: a number that people say, and that names its clock. */
export const ItemSchema = z.int().min(1).max(MOST_AT_ONCE);

interface Numbered {
  readonly item: number;
  readonly at: Instant;
  readonly endedAt?: Instant | undefined;
}

/** The number of a further one: the first that is free, else that of the one that ended first; undefined for no room. */
export function freeItem(all: readonly Numbered[] = []): number | undefined {
  const numbers = Array.from({ length: MOST_AT_ONCE }, (_, index) => index + 1);
  const unused = numbers.find((number) => !all.some(({ item }) => item === number));
  const ended = all.filter(({ endedAt }) => endedAt !== undefined);
  return unused ?? ended.toSorted((one, other) => one.endedAt!.localeCompare(other.endedAt!))[0]?.item;
}

/** The one of that number that goes on; undefined where there is none. */
export const ongoingItem = <One extends Numbered>(item: number, all: readonly One[] = []): One | undefined =>
  all.find((one) => one.item === item && one.endedAt === undefined);

/** With that one, in place of what had its number. */
export const withItem = <One extends Numbered>(all: readonly One[] = [], one: One): readonly One[] =>
  [...all.filter(({ item }) => item !== one.item), one].toSorted((first, second) => first.item - second.item);

/** With the change of the one of that number that goes on. */
export const withItemChanged = <One extends Numbered>(
  all: readonly One[] | undefined,
  item: number,
  change: Partial<One>,
): readonly One[] | undefined =>
  all?.map((one) => (one.item === item && one.endedAt === undefined ? { ...one, ...change } : one));

/** The limits of a case with one for that item, until the end of that day. */
export const withItemLimit = (
  limits: Limits | undefined,
  {
    entry,
    item,
    until,
    basis,
  }: { readonly entry: string; readonly item: number; readonly until: Day; readonly basis?: string | undefined },
): Limits => ({
  ...limits,
  [clockNameOf(entry, item)]: { limit: { until: instantAt(until, '24:00') }, basis },
});

/** Why nothing can be asked for by that day. */
export const whyPast = (day: Day, now: Instant): string | undefined =>
  day < dayOf(now) ? '期限不能早于今天' : undefined;
