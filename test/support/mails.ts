/** A mail of ours: header fields and body, CRLF between lines. Bytes may be given where text will not do. */
export function mail(fields: Record<string, string | Uint8Array>, body: string | Uint8Array = ''): Buffer {
  const lines = Object.entries({ From: '"Li" <li@example.com>', 'Message-ID': '<1@example.com>', ...fields });
  const header = lines.flatMap(([name, value]) => [Buffer.from(`${name}: `), Buffer.from(value), Buffer.from('\r\n')]);
  return Buffer.concat([...header, Buffer.from('\r\n'), Buffer.from(body)]);
}

/** 运车夜间噪音扰民，请查处。 */
export const GB = Buffer.from('d4cbb3b5d2b9bce4d4ebd2f4c8c5c3f1a3acc7ebb2e9b4a6a1a3', 'hex');
export const GB_TEXT = '运车夜间噪音扰民，请查处。';
