import { fileNames, takenName, withExtension } from '../../domain/attachments/file-name.ts';
import type { Attachment, Channel, MediumLoss } from '../../domain/complaint.ts';
import type { StripMetadata } from './kept-file.ts';

/** What the service that holds a medium says of it. */
export type Medium =
  | { readonly kind: 'found'; readonly bytes: Uint8Array }
  /** Nobody can have it any more, or not by us. */
  | { readonly kind: 'lost'; readonly loss: MediumLoss }
  /** Not now: the service is busy or cannot be reached. */
  | { readonly kind: 'busy'; readonly reason: string }
  /** Not before ops has done something: trying again is useless. */
  | { readonly kind: 'barred'; readonly reason: string };

/** Where an attachment was put and what it is, or why there is none. */
export type Settlement =
  | { readonly key: string; readonly mediaType: string; readonly name: string }
  | { readonly lost: MediumLoss };

export interface FetchMediaDeps {
  readonly complaints: {
    /** Undefined when there is no such complaint. */
    readMedia(
      receipt: string,
    ): Promise<{ readonly channel: Channel; readonly attachments: readonly Attachment[] } | undefined>;
    /** Notes it on the attachment of that number, which holds that media id; settled before, it changes nothing. */
    settleMedium(receipt: string, index: number, mediaId: string, settlement: Settlement): Promise<void>;
  };
  /** Those who hold the media of their channel's messages. */
  readonly media: Readonly<Partial<Record<Channel, (mediaId: string) => Promise<Medium>>>>;
  readonly evidence: { put(key: string, bytes: Uint8Array, mediaType: string): Promise<void> };
  readonly stripMetadata: StripMetadata;
  /** SHA-256, lower-case hexadecimal. */
  readonly sha256: (bytes: Uint8Array) => string;
}

export interface Fetched {
  readonly kept: number;
  readonly lost: number;
  /** Why the rest could not be had this time. */
  readonly busy: readonly string[];
  readonly barred: readonly string[];
}

/** What nobody has fetched yet, and only its channel holds, for three days. */
export function isElsewhere({ mediaId, key, lost }: Attachment): boolean {
  return mediaId !== undefined && key === undefined && lost === undefined;
}

/**
 * Brings the media of a complaint into the evidence bucket, each under its receipt by what is in it, before their
 * channel forgets them; the type is what the bytes are. One that cannot be had stops no other. Repeated, it fetches
 * what is missing; cut short between bucket and vault, it puts the same object once more. Undefined when there is no
 * such complaint.
 */
export async function fetchMedia(receipt: string, deps: FetchMediaDeps): Promise<Fetched | undefined> {
  const complaint = await deps.complaints.readMedia(receipt);
  if (!complaint) return undefined;
  const fetched = { kept: 0, lost: 0, busy: [] as string[], barred: [] as string[] };
  for (const [index, attachment] of complaint.attachments.entries()) {
    if (!isElsewhere(attachment)) continue;
    const mediaId = attachment.mediaId!;
    const medium = await askFor(mediaId, complaint.channel, deps);
    if (medium.kind === 'busy' || medium.kind === 'barred') {
      fetched[medium.kind].push(medium.reason);
      continue;
    }
    const settlement =
      medium.kind === 'found' ? await keep(medium.bytes, receipt, index, complaint, deps) : { lost: medium.loss };
    await deps.complaints.settleMedium(receipt, index, mediaId, settlement);
    fetched[medium.kind === 'found' ? 'kept' : 'lost'] += 1;
  }
  return fetched;
}

async function askFor(mediaId: string, channel: Channel, { media }: FetchMediaDeps): Promise<Medium> {
  const source = media[channel];
  return source ? await source(mediaId) : { kind: 'barred', reason: `nobody holds media of ${channel}` };
}

/** Nobody says what it is but its bytes: where these say nothing, it is no picture. */
async function keep(
  found: Uint8Array,
  receipt: string,
  index: number,
  { attachments }: { readonly attachments: readonly Attachment[] },
  { evidence, stripMetadata, sha256 }: FetchMediaDeps,
) {
  const { bytes, mediaType, takenAt } = await stripMetadata(found, 'application/octet-stream');
  const key = `attachments/${receipt}/${sha256(bytes)}`;
  await evidence.put(key, bytes, mediaType);
  const files = attachments.map((file, at) => {
    const type = at === index ? mediaType : file.mediaType;
    return { name: withExtension(file.name, type), mediaType: type };
  });
  return { key, mediaType, name: takenName(fileNames(files)[index]!, takenAt) };
}
