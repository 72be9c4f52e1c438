import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../../../domain/calendar/day.ts';
import { silentChannels } from '../../../usecases/operations/silent-channels.ts';

const TODAY = '2026-06-03';
/** How many came by mail on each of the last days: the last figure is that of today, a Wednesday. */
const isSilentAfter = (counts: readonly number[]): boolean => {
  const days = counts.map((count, at) => [addDays(TODAY, at + 1 - counts.length), count] as const);
  return silentChannels(new Map([['email', new Map(days.filter(([, count]) => count > 0))]]), TODAY).length > 0;
};
const daily = (count: number, days = 27): number[] => Array<number>(days).fill(count);
const onWorkdays = (count: number): number[] =>
  Array.from({ length: 27 }, (_, at) => ([0, 6].includes(weekdayOf(addDays(TODAY, at - 27))) ? 0 : count));

describe('a channel is silent', () => {
  it.each<[string, number[]]>([
    ['on its first day without any, where it brings ten a day', [...daily(10), 0]],
    ['after a week, where it brings one a day', [...daily(1, 21), ...daily(0, 7)]],
    ['on its third day of work without any, where it rests at weekends', [...onWorkdays(20).slice(0, -2), 0, 0, 0]],
  ])('%s', (_, counts) => expect(isSilentAfter(counts)).toBe(true));
});

describe('a channel is not silent', () => {
  it.each<[string, number[]]>([
    ['which still brings something', [...daily(10), 1]],
    ['after six days, where it brings one a day', [...daily(1, 22), ...daily(0, 6)]],
    ['at a weekend, where it rests at every weekend', onWorkdays(20).slice(0, -2)],
    ['after one day of very many', [...daily(0, 20), 15_000, ...daily(0, 7)]],
    ['which has hardly ever brought any', [1, ...daily(0, 27)]],
    ['which has brought none for four weeks', daily(0, 28)],
  ])('%s', (_, counts) => expect(isSilentAfter(counts)).toBe(false));
});
