import { fileNames, mediaTypeByName, takenName } from '../../domain/attachments/file-name.ts';
import type { Attachment } from '../../domain/complaint.ts';
import type { StripMetadata } from '../../usecases/intake/kept-file.ts';
import { sha256 } from '../shared/digest.ts';
import type { Mail } from './submission.ts';

export interface KeepAttachmentsDeps {
  readonly evidence: { put(key: string, bytes: Uint8Array, mediaType: string): Promise<void> };
  readonly stripMetadata: StripMetadata;
}

/**
 * Puts each file of a mail into the evidence bucket, one after the other so that only one lies decoded in memory, and
 * names it for the vault. Its key says whose it is and what is in it, never its name: the same file again is the same
 * object, and no other takes its place. The mail itself is kept as it came.
 */
export async function keepAttachments(
  { attachments, subject }: Mail,
  receipt: string,
  { evidence, stripMetadata }: KeepAttachmentsDeps,
): Promise<Attachment[]> {
  const kept: { name: string; mediaType: string; key: string }[] = [];
  for (const { name, mediaType: declared, bytes: decode } of attachments) {
    const { bytes, mediaType, takenAt } = await stripMetadata(decode(), labelOf(declared, name));
    const key = `attachments/${receipt}/${sha256(bytes)}`;
    await evidence.put(key, bytes, mediaType);
    kept.push({ name: takenName(name, takenAt), mediaType, key });
  }
  const names = fileNames(kept, subject);
  return kept.map((file, index) => ({ ...file, name: names[index]! }));
}

/** What came with a mail that is not to be opened: by name only. */
export function namedAttachments({ attachments, subject }: Mail): Attachment[] {
  const names = fileNames(attachments, subject);
  return attachments.map(({ mediaType }, index) => ({ name: names[index]!, mediaType }));
}

/** Where the label says nothing, the name does: many webmails label whatever they do not know as mere bytes. */
const labelOf = (label: string, name: string): string =>
  label === 'application/octet-stream' ? (mediaTypeByName(name) ?? label) : label;
