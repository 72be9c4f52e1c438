/** RFC 5652: signed data, and what it was signed over. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
const DATA = Buffer.from('06092a864886f70d010701', 'hex');
const [CONTENT, BYTES, PIECES] = [0xa0, 0x04, 0x24];
/** The name of what it is stands at its beginning. */
const HEAD_BYTES = 64;

/**
 * The letter within one that is signed as a whole (RFC 8551, 3.5.2), where no program without S/MIME sees a word of it.
 * Undefined for what is no such letter: an encrypted one, a signature alone.
 */
export function signedLetter(bytes: Buffer): Buffer | undefined {
  const found = bytes.subarray(0, HEAD_BYTES).includes(SIGNED_DATA) ? bytes.indexOf(DATA) : -1;
  const content = found < 0 ? undefined : elementAt(bytes, found + DATA.length);
  if (content?.tag !== CONTENT) return undefined;
  const octets = elementAt(bytes, content.start);
  if (octets?.tag === BYTES) return bytes.subarray(octets.start, octets.end);
  return octets?.tag === PIECES ? Buffer.concat([...piecesFrom(bytes, octets.start, octets.end)]) : undefined;
}

function* piecesFrom(bytes: Buffer, from: number, until: number): Generator<Buffer> {
  for (let at = from; at < until; ) {
    const piece = elementAt(bytes, at);
    if (piece?.tag !== BYTES) return;
    yield bytes.subarray(piece.start, piece.end);
    at = piece.end;
  }
}

/** Tag and content of an element (X.690, 8.1); one without a length goes on to the end. */
function elementAt(bytes: Buffer, at: number): { tag: number; start: number; end: number } | undefined {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return { tag, start: at + 2, end: at + 2 + first };
  const many = first - 0x80;
  if (many === 0) return { tag, start: at + 2, end: bytes.length };
  if (many > 4 || at + 2 + many > bytes.length) return undefined;
  const start = at + 2 + many;
  return { tag, start, end: start + bytes.readUIntBE(at + 2, many) };
}
