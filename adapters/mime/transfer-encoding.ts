/** The bytes behind a Content-Transfer-Encoding; unknown ones are taken for none. */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  if (encoding.includes('base64')) return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding.includes('quoted-printable')) return fromQuotedPrintable(body.toString('latin1'));
  return body;
}

/** The content of an attachment. The line break before the next boundary is not part of it (RFC 2046, 5.1.1). */
export function decodeAttachment(body: Buffer, encoding: string): Buffer {
  const end = body.at(-1) === 0x0a ? (body.at(-2) === 0x0d ? 2 : 1) : 0;
  return decodeTransfer(body.subarray(0, body.length - end), encoding);
}

/** RFC 2045, 6.7: blanks before a line break were added on the way. What is no escape stays as it is. */
function fromQuotedPrintable(text: string): Buffer {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const joined = lines.map((line) => (line.endsWith('=') ? line.slice(0, -1) : `${line}\r\n`)).join('');
  const latin1 = joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(latin1, 'latin1');
}
