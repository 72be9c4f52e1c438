/** Gives numbers from 0 up to 1. */
export type Rng = () => number;

/** The same numbers for the same seed (mulberry32, public domain). */
export function seeded(seed: number): Rng {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const oneOf = <One>(some: readonly One[], chance: Rng): One => some[Math.floor(chance() * some.length)]!;
