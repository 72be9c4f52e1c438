import { addDays, type Day, daysBetween } from '../../domain/calendar/day.ts';
import type { Channel } from '../../domain/complaint.ts';

/** How many complaints came by each channel on each day. */
export type Traffic = ReadonlyMap<Channel, ReadonlyMap<Day, number>>;

/** So far back a channel is remembered. */
export const TRAFFIC_DAYS = 28;
/** By chance alone, silence where so many were to be expected is rarer than once in a thousand. */
const MISSED = 7;
/** On so many days a channel must have been heard, or nobody knows its pace. */
const KNOWN_AFTER = 7;

/**
 * 断流: channels that have been silent since before that day, for longer than ever in the four weeks before, so that at
 * the pace of their median day seven complaints or more are missing. An office that is shut at weekends and one day of
 * very many complaints deceive neither.
 */
export const silentChannels = (traffic: Traffic, day: Day): readonly Channel[] =>
  [...traffic].flatMap(([channel, counts]) => (isSilent(counts, day) ? [channel] : []));

function isSilent(counts: ReadonlyMap<Day, number>, day: Day): boolean {
  const first = addDays(day, 1 - TRAFFIC_DAYS);
  const heard = [...counts.keys()].filter((one) => one >= first && one <= day).toSorted();
  const last = heard.at(-1);
  if (last === undefined || heard.length < KNOWN_AFTER) return false;
  const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, at) => counts.get(addDays(first, at)) ?? 0);
  const silence = daysBetween(last, day);
  return silence > longestSilence(heard) && silence * medianOf(days) >= MISSED;
}

const longestSilence = (heard: readonly Day[]): number =>
  Math.max(0, ...heard.slice(1).map((one, at) => daysBetween(heard[at]!, one) - 1));

const medianOf = (counts: readonly number[]): number =>
  counts.toSorted((one, other) => one - other)[Math.floor(counts.length / 2)]!;
