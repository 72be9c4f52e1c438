/** One property of MAPI, as a winmail.dat lists them. */
export interface Property {
  readonly id: number;
  readonly isUtf16: boolean;
  readonly value: Buffer;
}

const SEVERAL = 0x1000;
/** From here on a property has a name beside its number. */
const NAMED = 0x8000;
const GUID_BYTES = 16;
/** Text, UTF-16, object, bytes: their length stands before them. */
const VARIABLE = [0x1e, 0x1f, 0x0d, 0x102];
const UTF_16 = 0x1f;

/** Bytes of one value by its type, filled up to four. */
const SIZES: ReadonlyMap<number, number> = new Map([
  ...[2, 3, 4, 10, 11].map((type) => [type, 4] as const),
  ...[5, 6, 7, 20, 64].map((type) => [type, 8] as const),
  [72, 16],
]);

const filledUp = (length: number): number => Math.ceil(length / 4) * 4;

/** The properties in order; ends where something stands that is none, or where the bytes end. */
export function* propertiesIn(bytes: Buffer): Generator<Property> {
  const long = (at: number) => (at + 4 <= bytes.length ? bytes.readUInt32LE(at) : Number.NaN);
  let at = 4;
  for (let left = long(0); left > 0 && at + 4 <= bytes.length; left -= 1) {
    const [type, id] = [bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2)];
    at += 4;
    if (id >= NAMED) at = behindName(long, at);
    const single = type & ~SEVERAL;
    const isVariable = VARIABLE.includes(single);
    let values = 1;
    if (isVariable || single !== type) {
      values = long(at);
      at += 4;
    }
    for (; values > 0; values -= 1) {
      const length = isVariable ? long(at) : (SIZES.get(single) ?? Number.NaN);
      const start = isVariable ? at + 4 : at;
      if (!(start + length <= bytes.length)) return;
      yield { id, isUtf16: single === UTF_16, value: bytes.subarray(start, start + length) };
      at = start + filledUp(length);
    }
  }
}

/** A number, or a text of a length that stands before it. */
function behindName(long: (at: number) => number, from: number): number {
  const at = from + GUID_BYTES;
  return long(at) === 0 ? at + 8 : at + 8 + filledUp(long(at + 4));
}
