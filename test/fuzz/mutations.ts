import fc from 'fast-check';
import { anyText } from '../support/any-text.ts';

/**
 * A telephone number in the samples: whatever is answered to what was refused, and whatever is logged, it must not hold
 * it.
 */
export const PRIVATE = '13812345678';

const MOST_BYTES = 300_000;

/** A place in bytes of any length: 0 to 1. */
const place = fc.noBias(fc.double({ min: 0, max: 1, noNaN: true }));

/** No page may hold it as it stands. */
export const MARKUP = '<xss';

/** What breaks readers of many formats. */
const TOKENS = [
  ...[
    '',
    '\0',
    '\r\n',
    '\n\n',
    '\r\n\r\n',
    '"',
    "'",
    '<',
    '>',
    '&',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ';',
    '=',
    '\\',
    '%',
    '+',
    '/',
  ],
  ...[
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '<![CDATA[',
    ']]>',
    '<?xml version="1.0"?>',
    '&#0;',
    '&amp;',
    '<xml>',
    '</xml>',
  ],
  ...[
    `"'>${MARKUP} onload=1>`,
    'null',
    'true',
    '-0',
    '1e999',
    '9007199254740993',
    '-1',
    'NaN',
    '"__proto__":{"a":1},',
    '\\ud800',
    '\\u0000',
  ],
  ...[
    '=?gb2312?B?',
    '?=',
    '=?utf-8?Q?=',
    '=\r\n',
    'Content-Type: ',
    'multipart/mixed; boundary=a',
    '\r\n--a\r\n',
    'boundary="',
  ],
  ...[
    'Content-Transfer-Encoding: base64\r\n',
    'charset=gb18030',
    'charset=utf-7',
    'charset=hz-gb-2312',
    'begin 644 a\n',
  ],
  ...[
    '%E4%BD',
    '%00',
    '%',
    '../',
    'uploads/',
    'constructor',
    '__proto__',
    'QH-0000-0000-0000',
    PRIVATE,
    '投诉',
    '\u{20BB7}',
    '\u202e',
  ],
].map((token) => Buffer.from(token));
const BYTES = [
  [0xff],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0x1b, 0x24, 0x42],
  [0x7e, 0x7b],
  [0x81, 0x30, 0x81, 0x30],
  [0xd8, 0x00],
];
const token = fc.oneof(
  fc.constantFrom(...TOKENS, ...BYTES.map((some) => Buffer.from(some))),
  fc.uint8Array({ maxLength: 8 }),
);

type Mutation = (bytes: Buffer) => Uint8Array;

const piece = fc.tuple(place, place).map(([one, other]) => (bytes: Buffer) => {
  const ends = [one, other].map((at) => Math.floor(at * bytes.length)).toSorted((a, b) => a - b);
  return ends as [number, number];
});

const at = (bytes: Buffer, where: number): number => Math.floor(where * bytes.length);

/** Another byte somewhere. */
const flip = fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(([where, value]): Mutation => {
  return (bytes) => (bytes.length === 0 ? bytes : bytes.with(Math.min(bytes.length - 1, at(bytes, where)), value));
});

/** A token put in; a piece exchanged for one, left out, or given many times over; the end cut off. */
const insert = fc.tuple(place, token).map(([where, some]): Mutation => {
  return (bytes) => Buffer.concat([bytes.subarray(0, at(bytes, where)), some, bytes.subarray(at(bytes, where))]);
});
const exchange = fc.tuple(piece, fc.option(token, { nil: new Uint8Array() })).map(([of, some]): Mutation => {
  return (bytes) => Buffer.concat([bytes.subarray(0, of(bytes)[0]), some, bytes.subarray(of(bytes)[1])]);
});
const repeat = fc.tuple(piece, fc.integer({ min: 2, max: 200 })).map(([of, times]): Mutation => {
  return (bytes) => {
    const [from, to] = of(bytes);
    const most = Math.max(1, Math.min(times, Math.floor(MOST_BYTES / Math.max(1, to - from))));
    const again = Array.from({ length: most }, () => bytes.subarray(from, to));
    return Buffer.concat([bytes.subarray(0, from), ...again, bytes.subarray(to)]);
  };
});
const truncate = place.map(
  (where): Mutation =>
    (bytes) =>
      bytes.subarray(0, at(bytes, where)),
);

const mutation = fc.oneof(flip, insert, exchange, repeat, truncate);

/** A sample as it is, or with up to eight things done to it; or bytes of any kind. At most 300 KB. */
export function mutated(samples: readonly Uint8Array[]): fc.Arbitrary<Buffer> {
  const done = fc
    .tuple(fc.constantFrom(...samples), fc.array(mutation, { maxLength: 8 }))
    .map(([sample, mutations]) =>
      mutations.reduce<Buffer>(
        (bytes, mutate) => Buffer.from(mutate(bytes)).subarray(0, MOST_BYTES),
        Buffer.from(sample),
      ),
    );
  const any = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
  return fc.oneof({ arbitrary: done, weight: 19 }, { arbitrary: any, weight: 1 });
}

const LONG = [
  '臭'.repeat(20_001),
  'a'.repeat(5_000),
  ' '.repeat(45_000),
  '！'.repeat(15_000),
  '（'.repeat(9_000),
  '\ufdfa'.repeat(9_000),
];

/**
 * Texts that nobody types: halves of characters, marks of direction, thousands of anything, and what other formats mean
 * something by.
 */
export const oddText = fc.oneof(
  { arbitrary: anyText({ maxLength: 40 }), weight: 2 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }), weight: 1 },
  { arbitrary: fc.constantFrom('\ud800', ...TOKENS.map(String)), weight: 4 },
  { arbitrary: fc.constantFrom(...LONG), weight: 1 },
);

const nested = fc.nat({ max: 300 }).map((depth) =>
  Array(depth)
    .fill(0)
    .reduce<unknown>((inner) => [inner], 1),
);
const oddValue = fc.oneof(
  { arbitrary: oddText, weight: 6 },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 },
  { arbitrary: fc.constantFrom(null, true, 0, -0, 1e308, -1, 2 ** 53, [], {}, { length: -1 }), weight: 1 },
  { arbitrary: nested, weight: 1 },
);

/** A sample with up to four of its values exchanged for others, left out, or given twice under odd names. */
function mutatedValue(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  const change = fc.tuple(fc.noBias(fc.nat()), fc.option(oddValue, { nil: undefined, freq: 8 }));
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { maxLength: 4 }))
    .map(([sample, changes]) => changes.reduce((value, [where, other]) => exchanged(value, where, other), sample));
}

type Holder = Record<string, unknown>;

/**
 * The `where`-th of all values within, the whole being the first, replaced by `other`; a text mostly goes into the
 * midst of another text.
 */
function exchanged(whole: unknown, where: number, other: unknown): unknown {
  const copy = { whole: structuredClone(whole) };
  const places = placesIn(copy);
  const texts = places.filter(([holder, name]) => typeof holder[name] === 'string');
  const splices = typeof other === 'string' && where % 5 > 0 && texts.length > 0;
  const [holder, name] = splices ? texts[where % texts.length]! : places[where % places.length]!;
  holder[name] = splices ? spliced(String(holder[name]), other, where) : other;
  return copy.whole;
}

function placesIn(whole: Holder): [Holder, string][] {
  const places: [Holder, string][] = [];
  const collect = (holder: Holder, name: string): void => {
    places.push([holder, name]);
    const value = holder[name];
    if (places.length < 1_000 && typeof value === 'object' && value !== null)
      for (const inner of Object.keys(value)) collect(value as Holder, inner);
  };
  collect(whole, 'whole');
  return places;
}

function spliced(text: string, other: string, where: number): string {
  const cut = where % (text.length + 1);
  return text.slice(0, cut) + other + text.slice(cut);
}

/** Bytes of a JSON body: a sample with other values, or with other bytes. */
export function mutatedJson(samples: readonly unknown[]): fc.Arbitrary<Buffer> {
  const values = mutatedValue(samples).map((value) => Buffer.from(JSON.stringify(value) ?? ''));
  const bytes = mutated(samples.map((sample) => Buffer.from(JSON.stringify(sample))));
  return fc.oneof({ arbitrary: values, weight: 3 }, { arbitrary: bytes, weight: 1 });
}
