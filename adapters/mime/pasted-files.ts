import { withExtension } from '../../domain/attachments/file-name.ts';
import type { MailPart } from './mail-parts.ts';

const MAX_FILES = 100;
const HEAD = /^data:((?:image|audio|video|application)\/[\w.+-]+)((?:;[\w.=-]*)*),/i;

/**
 * HTML without the pictures that were pasted into it (`data:`), and these: a program shows them, so they are files of
 * the letter.
 */
export function pastedIn(html: Buffer): { html: Buffer; files: readonly MailPart[] } {
  const kept: Buffer[] = [];
  const files: MailPart[] = [];
  let from = 0;
  for (let at = html.indexOf('data:'); at >= 0 && files.length < MAX_FILES; at = html.indexOf('data:', at + 5)) {
    const [head, type = '', parameters = ''] = HEAD.exec(html.toString('latin1', at, at + 200)) ?? [];
    if (head === undefined) continue;
    const end = endOf(html, at);
    const content = html.subarray(at + head.length, end);
    kept.push(html.subarray(from, at), Buffer.from(`cid:${PASTED}${files.length + 1}`));
    files.push({
      name: withExtension(`图片${files.length + 1}`, type.toLowerCase()),
      mediaType: type.toLowerCase(),
      bytes: () => bytesOf(content.toString('latin1'), /;base64$/i.test(parameters)),
    });
    [from, at] = [end, end];
  }
  return files.length === 0 ? { html, files } : { html: Buffer.concat([...kept, html.subarray(from)]), files };
}

const PASTED = 'pasted-';

/** Whether HTML names a picture that was taken out of it. */
export const isPasted = (source: string): boolean => source.startsWith(`cid:${PASTED}`);

const QUOTES = [0x22, 0x27];

/** Where the value ends that begins there: at its closing quote, or at a blank or bracket where there is none. */
function endOf(html: Buffer, start: number): number {
  const quote = html[start - 1] ?? 0;
  const closing = QUOTES.includes(quote) ? html.indexOf(quote, start) : -1;
  if (closing >= 0) return closing;
  const end = html
    .subarray(start)
    .findIndex((byte) => byte <= 0x20 || byte === 0x3e || byte === 0x29 || QUOTES.includes(byte));
  return end < 0 ? html.length : start + end;
}

function bytesOf(content: string, isBase64: boolean): Buffer {
  const unescaped = content.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(unescaped, isBase64 ? 'base64' : 'latin1');
}
