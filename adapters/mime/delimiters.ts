const MAX_HEADER_BYTES = 256 * 1024;

/** A line that ends a part: where it begins, where the next one does, and whose boundary it is. */
export interface Delimiter {
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly closes: boolean;
}

/**
 * The header at `start`, which a blank line ends, or a delimiter where the blank line is missing. Throws RangeError
 * when it is too long.
 */
export function headerAt(raw: Buffer, start: number, boundaries: readonly string[]) {
  let at = start;
  while (at < raw.length) {
    const end = lineEnd(raw, at);
    if (isBlank(raw, at, end)) return { header: raw.subarray(start, at), bodyStart: end };
    if (delimiterAt(raw, at, boundaries)) break;
    if (end - start > MAX_HEADER_BYTES) throw new RangeError('a header too long');
    at = end;
  }
  return { header: raw.subarray(start, at), bodyStart: at };
}

export function delimiterFrom(raw: Buffer, from: number, boundaries: readonly string[]): Delimiter | undefined {
  if (boundaries.length === 0) return undefined;
  for (let at = from; at >= 0 && at < raw.length; ) {
    const found = delimiterAt(raw, at, boundaries);
    if (found) return found;
    const next = raw.indexOf('\n--', at);
    if (next < 0) return undefined;
    at = next + 1;
  }
  return undefined;
}

/** Whether the line at `start` is the delimiter of an open multipart; the innermost is asked first. */
function delimiterAt(raw: Buffer, start: number, boundaries: readonly string[]): Delimiter | undefined {
  if (raw[start] !== 0x2d || raw[start + 1] !== 0x2d) return undefined;
  const { line, end } = lineAt(raw, start);
  const level = boundaries.findLastIndex((boundary) => line === boundary || line === `${boundary}--`);
  if (level < 0) return undefined;
  return { start, end, level, closes: line !== boundaries[level] };
}

/** What stands after the two dashes, as far as a boundary goes. */
function lineAt(raw: Buffer, start: number): { line: string; end: number } {
  const end = lineEnd(raw, start);
  const line = raw.subarray(start + 2, Math.min(end, start + 1024)).toString('utf8');
  return { line: line.trimEnd(), end };
}

/**
 * The boundary that a body shows itself, where its header names none, or another one: a line of dashes that comes
 * again.
 */
export function boundaryShownIn(body: Buffer): string | undefined {
  for (let at = body.indexOf('--'); at >= 0; at = body.indexOf('\n--', at) + 1 || -1) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    const { line, end } = lineAt(body, at);
    if (line === '' || line.endsWith('--')) continue;
    return body.includes(`\n--${line}`, end - 1) ? line : undefined;
  }
  return undefined;
}

const isBlank = (raw: Buffer, start: number, end: number): boolean =>
  raw.subarray(start, end).every((byte) => byte === 0x0d || byte === 0x0a);

export function lineEnd(raw: Buffer, from: number): number {
  const lineFeed = raw.indexOf(0x0a, from);
  return lineFeed < 0 ? raw.length : lineFeed + 1;
}
