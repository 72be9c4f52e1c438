/** A text and its charset, or why there is none, in Chinese. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

const UTF_8_MARK = [0xef, 0xbb, 0xbf];
const UTF_16_MARKS = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const;

/**
 * A list in UTF-8, UTF-16 with its mark, or GB18030. A broken character becomes U+FFFD and decides nothing: the charset
 * is the one that explains most of the bytes. A mark that does not fit what follows it is told.
 */
export function decodedText(bytes: Uint8Array): Decoded {
  for (const [charset, mark] of Object.entries(UTF_16_MARKS))
    if (startsWith(bytes, mark)) return marked(new TextDecoder(charset).decode(bytes), bytes.length);
  if (isMostlyUtf8(bytes)) return { kind: 'text', text: new TextDecoder().decode(bytes) };
  if (startsWith(bytes, UTF_8_MARK)) return lie('UTF-8');
  return { kind: 'text', text: new TextDecoder('gb18030').decode(bytes) };
}

/** Bytes of another charset, two by two, are no commas, tabs or line ends. */
function marked(text: string, length: number): Decoded {
  return length % 2 === 0 && /[,\t\r\n]/.test(text) ? { kind: 'text', text } : lie('UTF-16');
}

const lie = (charset: string): Decoded => ({
  kind: 'unreadable',
  reason: `文件开头的标记（BOM）说明是${charset}，内容却不是。请另存为UTF-8，或去掉标记后重新提交`,
});

/** Chinese in GB18030 looks like a character of UTF-8 here and there, and like something broken everywhere else. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0;
  return broken === 0 || whole > broken;
}

export const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);
