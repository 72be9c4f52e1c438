/** Of one version at error correction level M: codewords in all, and the blocks that share them (ISO/IEC 18004, table 9). */
interface Capacity {
  readonly data: number;
  readonly blocks: number;
  readonly correction: number;
}

/** Versions 1 to 10: addresses of up to 213 bytes. */
const CAPACITIES: readonly Capacity[] = [
  { data: 16, blocks: 1, correction: 10 },
  { data: 28, blocks: 1, correction: 16 },
  { data: 44, blocks: 1, correction: 26 },
  { data: 64, blocks: 2, correction: 18 },
  { data: 86, blocks: 2, correction: 24 },
  { data: 108, blocks: 4, correction: 16 },
  { data: 124, blocks: 4, correction: 18 },
  { data: 154, blocks: 4, correction: 22 },
  { data: 182, blocks: 5, correction: 22 },
  { data: 216, blocks: 5, correction: 26 },
];

export interface QrBits {
  /** From 1. */
  readonly version: number;
  readonly bits: readonly boolean[];
}

/** A text as the bits of a QR code, in byte mode, level M, in the smallest version that holds it. Throws above 213 bytes. */
export function qrBits(text: string): QrBits {
  const bytes = new TextEncoder().encode(text);
  const index = CAPACITIES.findIndex(({ data }, at) => bytes.length + headBytes(at + 1) <= data);
  const capacity = CAPACITIES[index];
  if (!capacity) throw new RangeError(`${bytes.length} bytes are too many for a code`);
  const words = interleaved(dataWords(bytes, index + 1, capacity.data), capacity);
  return { version: index + 1, bits: words.flatMap((word) => bitsOf(word, 8)) };
}

/** The mode, the count, and the end, rounded up. */
const headBytes = (version: number): number => (version < 10 ? 2 : 3);

function dataWords(bytes: Uint8Array, version: number, size: number): number[] {
  const bits = [
    ...bitsOf(0b0100, 4),
    ...bitsOf(bytes.length, version < 10 ? 8 : 16),
    ...[...bytes].flatMap((byte) => bitsOf(byte, 8)),
    ...bitsOf(0, 4),
  ];
  const words = Array.from({ length: Math.ceil(bits.length / 8) }, (_, at) =>
    Array.from({ length: 8 }, (__, bit) => Number(bits[at * 8 + bit] ?? false)).reduce((sum, bit) => sum * 2 + bit, 0),
  );
  return Array.from({ length: size }, (_, at) => words[at] ?? ((at - words.length) % 2 === 0 ? 0xec : 0x11));
}

const bitsOf = (value: number, count: number): boolean[] =>
  Array.from({ length: count }, (_, at) => ((value >> (count - 1 - at)) & 1) === 1);

/** Blocks side by side, word by word, then their correction: a scratch then hurts each of them a little. */
function interleaved(words: readonly number[], { blocks, correction }: Capacity): number[] {
  const short = Math.floor(words.length / blocks);
  const longer = words.length % blocks;
  let start = 0;
  const parts = Array.from({ length: blocks }, (_, at) => {
    const part = words.slice(start, start + short + (at >= blocks - longer ? 1 : 0));
    start += part.length;
    return part;
  });
  const checks = parts.map((part) => correctionOf(part, correction));
  return [...byTurns(parts), ...byTurns(checks)];
}

function byTurns(parts: readonly (readonly number[])[]): number[] {
  const longest = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => parts.flatMap((part) => part[at] ?? [])).flat();
}

/** Reed-Solomon over GF(256) with 0x11d: what is left when the words are divided by the generator of that degree. */
function correctionOf(words: readonly number[], degree: number): number[] {
  const generator = generatorOf(degree);
  const left: number[] = Array(degree).fill(0);
  for (const word of words) {
    const factor = word ^ left.shift()!;
    left.push(0);
    for (const [at, one] of generator.entries()) left[at]! ^= product(one, factor);
  }
  return left;
}

function generatorOf(degree: number): number[] {
  const polynomial: number[] = [...Array(degree - 1).fill(0), 1];
  let root = 1;
  for (let step = 0; step < degree; step += 1) {
    for (let at = 0; at < degree; at += 1) polynomial[at] = product(polynomial[at]!, root) ^ (polynomial[at + 1] ?? 0);
    root = product(root, 2);
  }
  return polynomial;
}

function product(one: number, other: number): number {
  let result = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    result = (result << 1) ^ ((result >> 7) * 0x11d);
    result ^= ((other >> bit) & 1) * one;
  }
  return result;
}
