/**
 * 64 bits that a province keeps secret, as two 32-bit words. Another key makes every sketch strange to the earlier
 * ones.
 */
export type HashKey = readonly [number, number];

/** Throws a RangeError unless it is 16 hexadecimal digits. */
export function hashKeyFrom(hex: string): HashKey {
  if (!/^[0-9a-f]{16}$/i.test(hex)) throw new RangeError('a hash key is 16 hexadecimal digits');
  return [Number.parseInt(hex.slice(0, 8), 16) | 0, Number.parseInt(hex.slice(8), 16) | 0];
}

/**
 * HalfSipHash-2-4 (Aumasson and Bernstein) of the 16-bit units from `start` to `end`, as an unsigned 32-bit number.
 * Keyed: whoever lacks the key cannot try names until one fits.
 */
export function keyedHash(text: string, start: number, end: number, [k0, k1]: HashKey): number {
  const state: State = { v0: k0, v1: k1, v2: 0x6c796765 ^ k0, v3: 0x74656462 ^ k1 };
  let at = start;
  for (; at + 1 < end; at += 2) absorb(state, text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16));
  const rest = at < end ? text.charCodeAt(at) : 0;
  absorb(state, (((end - start) * 2) << 24) | rest);
  state.v2 ^= 0xff;
  for (let i = 0; i < 4; i += 1) round(state);
  return (state.v1 ^ state.v3) >>> 0;
}

interface State {
  v0: number;
  v1: number;
  v2: number;
  v3: number;
}

function absorb(state: State, word: number): void {
  state.v3 ^= word;
  round(state);
  round(state);
  state.v0 ^= word;
}

function round(s: State): void {
  s.v0 = (s.v0 + s.v1) | 0;
  s.v1 = rotate(s.v1, 5) ^ s.v0;
  s.v0 = rotate(s.v0, 16);
  s.v2 = (s.v2 + s.v3) | 0;
  s.v3 = rotate(s.v3, 8) ^ s.v2;
  s.v0 = (s.v0 + s.v3) | 0;
  s.v3 = rotate(s.v3, 7) ^ s.v0;
  s.v2 = (s.v2 + s.v1) | 0;
  s.v1 = rotate(s.v1, 13) ^ s.v2;
  s.v2 = rotate(s.v2, 16);
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
