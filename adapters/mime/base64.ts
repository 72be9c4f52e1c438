const LINE = /^[A-Za-z0-9+/]+={0,2}$/;
/** As RFC 2045 has it, and as addresses on the web do. */
const FOREIGN: readonly RegExp[] = [/[^A-Za-z0-9+/=\s]/, /[^A-Za-z0-9_=\s-]/];
const WORDS = /\S[ \t]+\S/;

/**
 * The bytes of a body in base64, and the text below it that is none: footers of lists and gateways, or all of it where
 * somebody took the encoding off and left its name. Some programs encode each line by itself; the letters of addresses
 * (- and _) are read as well.
 */
export function base64In(text: string): { bytes: Buffer; below: string } {
  if (isWhole(text.trimEnd())) return { bytes: Buffer.from(text, 'base64'), below: '' };
  // A piece ends with its padding, be it in the middle of a line.
  const lines = text.replace(/=(?=[A-Za-z0-9+/])/g, '=\n').split('\n');
  const pieces: Buffer[] = [];
  let at = 0;
  for (;;) {
    while (lines[at]?.trim() === '') at += 1;
    const end = endOfPiece(lines, at);
    const piece = lines
      .slice(at, end)
      .map((line) => line.trim())
      .join('');
    // A word of a footer may look like base64, but seldom is as long as that is.
    if (piece === '' || (pieces.length > 0 && piece.length % 4 !== 0)) break;
    pieces.push(Buffer.from(piece, 'base64'));
    at = end;
  }
  return { bytes: Buffer.concat(pieces), below: lines.slice(at).join('\n').trim() };
}

export function isWhole(text: string): boolean {
  const padding = text.indexOf('=');
  if (WORDS.test(text) || (padding >= 0 && padding < text.length - 2)) return false;
  return FOREIGN.some((foreign) => !foreign.test(text));
}

/** A piece ends with its padding, with an empty line, and where the next line is no base64. */
function endOfPiece(lines: readonly string[], start: number): number {
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at]!.trim();
    if (!LINE.test(line)) return at;
    if (line.endsWith('=')) return at + 1;
  }
  return lines.length;
}
