/** A file that stands in the text itself, as mail had it before MIME and some programs have it still. */
export interface UuencodedFile {
  readonly name: string;
  bytes(): Buffer;
}

const BEGIN = /^begin(?:-base64)? [0-7]{3,4} (\S.*)$/;

/** The text without the files in it, and these. */
export function uuencodedIn(text: string): { text: string; files: readonly UuencodedFile[] } {
  if (!/^begin[ -]/m.test(text)) return { text, files: [] };
  const files: UuencodedFile[] = [];
  const kept: string[] = [];
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at += 1) {
    const name = BEGIN.exec(lines[at]!)?.[1];
    const end = name === undefined ? -1 : endOf(lines, at + 1);
    if (end < 0) kept.push(lines[at]!);
    else {
      const body = lines.slice(at + 1, end);
      files.push({ name: name!.trim(), bytes: () => Buffer.concat(body.map(bytesOf)) });
      at = end;
    }
  }
  return { text: files.length > 0 ? kept.join('\n') : text, files };
}

/** The line "end" below lines that are as long as they say, or -1. */
function endOf(lines: readonly string[], start: number): number {
  for (let at = start; at < lines.length; at += 1) {
    if (lines[at]!.trim() === 'end') return at > start ? at : -1;
    if (lines[at]!.trim() !== '' && !isEncoded(lines[at]!)) return -1;
  }
  return -1;
}

const lengthIn = (line: string): number => (line.charCodeAt(0) - 32) & 63;

/** Blanks at the end may have got lost. */
function isEncoded(line: string): boolean {
  return /^[ -`]+$/.test(line) && line.length <= 1 + 4 * Math.ceil(lengthIn(line) / 3) + 1;
}

/** Four characters are three bytes, six bits each above the blank. */
function bytesOf(line: string): Buffer {
  const bits = [...line.slice(1)].map((sign) => (sign.charCodeAt(0) - 32) & 63);
  const bytes: number[] = [];
  for (let at = 0; at < bits.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = bits.slice(at, at + 4);
    bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
  }
  return Buffer.from(bytes.slice(0, line === '' ? 0 : lengthIn(line)));
}
