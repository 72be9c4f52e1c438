/** HZ (RFC 1843): GB 2312 with the high bits off between "~{" and "~}". */
export function decodeHz(bytes: Uint8Array): string {
  const decoder = new TextDecoder('gb18030');
  const text = Buffer.from(bytes).toString('latin1');
  return text.replace(/~\{((?:[!-}][!-~])*)(?:~\}|(?=\r?\n)|$)|~~|~\r?\n/g, (found, pairs: string | undefined) => {
    if (pairs !== undefined) return decoder.decode(Buffer.from(pairs, 'latin1').map((byte) => byte | 0x80));
    return found === '~~' ? '~' : '';
  });
}

/** UTF-7 (RFC 2152): UTF-16 in base64 between "+" and "-" or the next character that is no base64. */
export function decodeUtf7(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-16be');
  const text = Buffer.from(bytes).toString('latin1');
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, base64: string) => {
    if (base64 === '') return '+';
    const units = Buffer.from(base64, 'base64');
    return decoder.decode(units.subarray(0, units.length & ~1));
  });
}
