import { decodeBig5 } from './big5.ts';
import { decodeHz, decodeUtf7 } from './seven-bit-charsets.ts';

type Decode = (bytes: Uint8Array) => string;

const decoderOf = (label: string): Decode => {
  const decoder = new TextDecoder(label);
  return (bytes) => decoder.decode(bytes);
};

const lossyUtf8 = decoderOf('utf-8');
const decodeLatin = decoderOf('windows-1252');

// Every GB label means gb18030: senders write gb2312 and use characters of its successors.
const decodeGb = decoderOf('gb18030');

const FAMILIES: readonly [label: RegExp, decode: Decode][] = [
  [/^(x-)?(gb|cp936|ms936|windows-936|euc-?cn|csgb|chinese$|iso-ir-58)/, (bytes) => utf8In(bytes) ?? decodeGb(bytes)],
  [/big-?5|hkscs/, (bytes) => utf8In(bytes) ?? decodeBig5(bytes)],
  [/^hz/, decodeHz],
  [/utf-?7$/, decodeUtf7],
  [/^utf-?16-?be/, decoderOf('utf-16be')],
  [/^utf-?16/, decoderOf('utf-16le')],
  [/^utf-?8/, (bytes) => strictly('utf-8', bytes) ?? chineseIn(bytes) ?? lossyUtf8(bytes)],
  // What programs write that know no better: the bytes decide.
  [
    /^$|^us-ascii|^ascii|^iso-?8859-1$|^latin-?1|^windows-1252|^cp1252|^ansi|^unknown|^x-unknown|^default|^[78]bit/,
    detect,
  ],
];

/**
 * Text in the charset of that label, or in what the bytes show where the label is known to lie: GB labels over UTF-8,
 * Latin ones over GB or Big5. Undefined for labels that are none of ours but known to the parser, such as the Japanese.
 * Under a label that nobody knows, what is no Chinese either comes with U+FFFD, so that a person is told to look.
 */
export function decodeText(bytes: Uint8Array, label: string): string | undefined {
  const name = label.trim().toLowerCase();
  // "hz-gb-2312" and "unicode-1-1-utf-7" name their family at either end.
  const family = /^hz/.test(name) ? decodeHz : FAMILIES.find(([labels]) => labels.test(name))?.[1];
  if (!family && isKnown(name)) return undefined;
  return (family ?? unexplained)(withoutBom(bytes));
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
  return (strictly('utf-8', bytes) ?? chineseIn(bytes) ?? lossyUtf8(bytes)).replaceAll('\u001b', '\ufffd');
}

/** Text of unknown charset: UTF-8 where it is valid, then the likelier of GB and Big5, then Latin. */
export function detect(bytes: Uint8Array): string {
  return strictly('utf-8', bytes) ?? chineseIn(bytes) ?? decodeLatin(bytes);
}

/**
 * UTF-8 under a label for something else: valid, and with something Chinese in it, for short GB text may be valid by
 * chance.
 */
function utf8In(bytes: Uint8Array): string | undefined {
  const text = strictly('utf-8', bytes);
  return text !== undefined && /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(text) ? text : undefined;
}

/**
 * GB and Big5 put common characters under different lead bytes: the share of those tells them apart, in 25 of 25
 * sentences tried. Undefined when neither has half of the pairs, as in Latin text.
 */
function chineseIn(bytes: Uint8Array): string | undefined {
  const gb = shareOf(bytes, 0xb0, 0xd7, (trail) => trail >= 0xa1);
  const big5 = shareOf(bytes, 0xa4, 0xc6, (trail) => trail >= 0xa1 || (trail >= 0x40 && trail <= 0x7e));
  if (Math.max(gb, big5) < 0.5) return undefined;
  return gb >= big5 ? decodeGb(bytes) : decodeBig5(bytes);
}

function shareOf(bytes: Uint8Array, first: number, last: number, isTrail: (byte: number) => boolean): number {
  let [pairs, common] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at]!;
    if (lead < 0x80) continue;
    pairs += 1;
    at += 1;
    if (lead >= first && lead <= last && isTrail(bytes[at] ?? 0)) common += 1;
  }
  return pairs === 0 ? 0 : common / pairs;
}

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
