import type { Attachment } from 'postal-mime';
import { safeFileName } from '../../domain/attachments/file-name.ts';
import { decodeFile } from './transfer-encoding.ts';
import type { LeftOut } from './utf8-mail.ts';

/** A part of a mail that is no text of it. */
export interface MailPart {
  /** As the sender named or described it, made safe; empty when they did not. */
  readonly name: string;
  /** As the sender labelled it; always of the form type/subtype. */
  readonly mediaType: string;
  /** The decoded content. Kept nowhere: each call decodes anew, and costs as much as the part is long. */
  bytes(): Buffer;
}

/** So many files of a mail are looked at, those of the mails that it brings included; the mail itself is kept whole. */
export const MAX_PARTS = 100;

export function partsOf(attachments: readonly Attachment[], leftOut: ReadonlyMap<string, LeftOut>): MailPart[] {
  return attachments.slice(0, MAX_PARTS).flatMap(({ filename, description, contentId = '' }) => {
    const part = leftOut.get(contentId);
    if (!part) return [];
    const { body, kind } = part;
    const name = safeFileName(unescaped(filename ?? '')) || safeFileName(description ?? '');
    return [{ name, mediaType: kind.mediaType, bytes: () => decodeFile(body, kind.encoding) }];
  });
}

/** Some senders escape a name as in an address. */
export function unescaped(filename: string): string {
  if (!/%[0-9A-F]{2}/i.test(filename)) return filename;
  try {
    return decodeURIComponent(filename);
  } catch {
    return filename;
  }
}
