import { decodeBig5 } from './big5.ts';
import { type Chinese, chineseIn, isSurelyBig5, isSurelyGb, standsInWords } from './gb-or-big5.ts';
import { decodeHz, decodeUtf7 } from './seven-bit-charsets.ts';

type Decode = (bytes: Uint8Array, label?: string) => string;

const decoderOf = (label: string) => {
  const decoder = new TextDecoder(label);
  return (bytes: Uint8Array): string => decoder.decode(bytes);
};

const lossyUtf8 = decoderOf('utf-8');
const decodeLatin = decoderOf('windows-1252');

// Every GB label means gb18030: senders write gb2312 and use characters of its successors.
const decodeGb = decoderOf('gb18030');

const FAMILIES: readonly [label: RegExp, decode: Decode][] = [
  [
    /^(x-)?(gb|cp936|ms936|windows-936|euc-?cn|csgb|chinese$|iso-ir-58)/,
    (bytes) => utf8In(bytes) ?? (isSurelyBig5(bytes) ? decodeBig5(bytes) : decodeGb(bytes)),
  ],
  [/big-?5|hkscs/, (bytes) => utf8In(bytes) ?? (isSurelyGb(bytes) ? decodeGb(bytes) : decodeBig5(bytes))],
  [/^hz/, decodeHz],
  [/utf-?7$/, decodeUtf7],
  [/^utf-?16/, (bytes, label = '') => utf8In(bytes) ?? likelierOf(utf16By(label).map((decode) => decode(bytes)))],
  [/^utf-?8/, (bytes) => strictly('utf-8', bytes) ?? chinese(bytes) ?? lossyUtf8(bytes)],
  // What programs write that know no better: the bytes decide.
  [/^$|^us-ascii|^ascii|^ansi|^(?:x-)?unknown|^default|^[78]bit/, detect],
  [/^iso-?8859-(?:1|2|3|4|9|1[03456])$|^latin|^(?:windows-|cp)125[024]/, western],
];

/**
 * Text in the charset of that label, or in what the bytes show where the label lies: any label over UTF-8, or over the
 * mark of UTF-16; GB over Big5 and Big5 over GB; Latin ones over either, unless their letters stand in words. Undefined
 * for labels that are none of ours but known to the parser, such as the Japanese. Under a label that nobody knows, what
 * is no Chinese either comes with U+FFFD, so that a person is told to look.
 */
export function decodeText(bytes: Uint8Array, label: string): string | undefined {
  const name = label.trim().toLowerCase();
  const [, decodeMarked] = UTF_16.find(([mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [];
  if (decodeMarked) return decodeMarked(bytes);
  // "hz-gb-2312" and "unicode-1-1-utf-7" name their family at either end.
  const family = /^hz/.test(name) ? decodeHz : FAMILIES.find(([labels]) => labels.test(name))?.[1];
  if (!family && isKnown(name)) return utf8In(bytes);
  return (family ?? unexplained)(withoutBom(bytes), name);
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label) !== undefined;
  } catch {
    return false;
  }
}

/** Charsets of seven bits, such as ISO-2022-CN, are plain ASCII but for their escapes. */
function unexplained(bytes: Uint8Array): string {
  return (strictly('utf-8', bytes) ?? chinese(bytes) ?? lossyUtf8(bytes)).replaceAll('\u001b', '\ufffd');
}

const CHINESE: Readonly<Record<Chinese, (bytes: Uint8Array) => string>> = { gb: decodeGb, big5: decodeBig5 };

function chinese(bytes: Uint8Array): string | undefined {
  const charset = chineseIn(bytes);
  return charset && CHINESE[charset](bytes);
}

/** A label of the west may be meant: letters with marks that stand in words are none of Chinese. */
function western(bytes: Uint8Array, label = ''): string {
  if (!standsInWords(bytes)) return detect(bytes, label);
  return strictly('utf-8', bytes) ?? latinBy(label)(bytes);
}

/**
 * Text of unknown charset: UTF-8 where it is valid, then the likelier of GB and Big5, then what the label says, or
 * Latin.
 */
export function detect(bytes: Uint8Array, label = ''): string {
  return strictly('utf-8', bytes) ?? chinese(bytes) ?? latinBy(label)(bytes);
}

const latinBy = (label: string) => (isKnown(label) ? decoderOf(label) : decodeLatin);

/**
 * UTF-8 under a label for something else: valid, and with something Chinese in it, for short GB text may be valid by
 * chance.
 */
function utf8In(bytes: Uint8Array): string | undefined {
  const text = strictly('utf-8', bytes);
  return text !== undefined && /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text) ? text : undefined;
}

/** UTF-16 with its mark, and how it is read without one. */
const UTF_16: readonly (readonly [mark: readonly number[], Decode])[] = [
  [[0xff, 0xfe], decoderOf('utf-16le')],
  [[0xfe, 0xff], decoderOf('utf-16be')],
];

const CHINESE_SIGNS = /[\s\p{Script=Han}\u3000-\u303f\uff00-\uff5e]/gu;
const LETTERS = /[\da-z\u00c0-\u00ff\u0370-\u04ff]/giu;

/** The ways to read it, first the one that the label names. */
const utf16By = (label: string) => {
  const [little, big] = UTF_16.map(([, decode]) => decode);
  return label.endsWith('be') ? [big!, little!] : [little!, big!];
};

/**
 * Of readings of the same bytes, the one with most of what people write, the first of those that have as much. Letters
 * of the west count more: read the other way round they are rare characters.
 */
const likelierOf = (readings: readonly string[]): string => {
  const count = (text: string, kind: RegExp) => text.match(kind)?.length ?? 0;
  const plain = (text: string) => count(text, CHINESE_SIGNS) + 2 * count(text, LETTERS);
  return readings.toSorted((one, other) => plain(other) - plain(one))[0]!;
};

function strictly(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function withoutBom(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
