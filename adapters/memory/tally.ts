import { type Tally, windowAt } from '../../domain/rate-limit.ts';

/** A tally that is forgotten when the process ends. For tests. */
export function memoryTally(): Tally {
  const counts = new Map<string, number>();
  return {
    add(key, windowSeconds, now) {
      const counter = `${key}#${windowSeconds}#${windowAt({ windowSeconds }, now).number}`;
      const known = (counts.get(counter) ?? 0) + 1;
      counts.set(counter, known);
      return { known, told: Promise.resolve() };
    },
  };
}
