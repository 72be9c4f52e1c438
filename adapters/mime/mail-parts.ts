import type { Attachment } from 'postal-mime';
import { safeFileName } from '../../domain/attachments/file-name.ts';
import { decodeAttachment } from './transfer-encoding.ts';
import type { LeftOut } from './utf8-mail.ts';

/** A part of a mail that is no text of it. */
export interface MailPart {
  /** As the sender named or described it, made safe; empty when they did not. */
  readonly name: string;
  /** As the sender labelled it. */
  readonly mediaType: string;
  /** The decoded content. Kept nowhere: each call decodes anew, and costs as much as the part is long. */
  bytes(): Buffer;
}

/** So many files of a mail are looked at, those of the mails that it brings included; the mail itself is kept whole. */
export const MAX_PARTS = 100;

export function partsOf(attachments: readonly Attachment[], leftOut: ReadonlyMap<string, LeftOut>): MailPart[] {
  return attachments.slice(0, MAX_PARTS).map(({ filename, description, mimeType, contentId, content }) => {
    const body = leftOut.get(contentId ?? '');
    return {
      name: safeFileName(unescaped(filename ?? '')) || safeFileName(description ?? ''),
      mediaType: mimeType.toLowerCase(),
      bytes: () => (body ? decodeAttachment(body.body, body.encoding) : Buffer.from(content as ArrayBuffer)),
    };
  });
}

/** Some senders escape a name as in an address. */
function unescaped(filename: string): string {
  if (!/%[0-9A-F]{2}/i.test(filename)) return filename;
  try {
    return decodeURIComponent(filename);
  } catch {
    return filename;
  }
}
