import type { Instant } from '../../domain/calendar/day.ts';
import type { Attachment } from '../../domain/complaint.ts';
import { type AcceptComplaintDeps, acceptComplaint } from './accept-complaint.ts';

/** A file as somebody sent it. */
export interface Upload {
  readonly bytes: Uint8Array;
  /** The complaint for which its form was made. */
  readonly receipt?: string | undefined;
  readonly offeredUntil?: Instant | undefined;
}

/** A photo without what it says of its maker. */
export interface CleanPhoto {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** When it was taken, as the camera's clock had it: "2026-11-20 21:03". */
  readonly takenAt?: string | undefined;
  /** True for a format from which nothing can be taken out (HEIC). */
  readonly unchanged: boolean;
}

export interface KeepUploadDeps extends AcceptComplaintDeps {
  /** Undefined when there is no such upload. */
  readonly inbox: { read(key: string): Promise<Upload | undefined> };
  /** Undefined for what is no photo. */
  readonly clean: (bytes: Uint8Array) => CleanPhoto | undefined;
  readonly evidence: {
    put(key: string, bytes: Uint8Array, mediaType: string, metadata: Readonly<Record<string, string>>): Promise<void>;
  };
}

/** `waiting`: nobody has named it in a complaint yet. `set-aside`: no photo; kept as it came, for a person to look at. */
export type Kept = 'kept' | 'set-aside' | 'waiting' | 'missing';

/**
 * Brings an upload from the inbox into the evidence, cleaned, under the same key; one that was sent after a complaint becomes a supplement to it.
 * Done again, it does the same again: nothing is kept twice.
 */
export async function keepUpload(
  { key, isClaimed }: { readonly key: string; readonly isClaimed: boolean },
  now: Instant,
  deps: KeepUploadDeps,
): Promise<Kept> {
  const upload = await deps.inbox.read(key);
  if (!upload) return 'missing';
  if (upload.receipt === undefined && !isClaimed) return 'waiting';
  const photo = deps.clean(upload.bytes);
  const mediaType = photo?.mediaType ?? 'application/octet-stream';
  await deps.evidence.put(key, photo?.bytes ?? upload.bytes, mediaType, metadataOf(photo));
  if (upload.receipt !== undefined) {
    await supplement(upload.receipt, { name: nameOf(photo), mediaType, key }, !photo, now, deps);
  }
  return photo ? 'kept' : 'set-aside';
}

async function supplement(to: string, photo: Attachment, isOdd: boolean, now: Instant, deps: KeepUploadDeps) {
  const submission = {
    channel: 'web' as const,
    sourceId: `photo:${photo.key}`,
    text: '',
    anonymous: true,
    attachments: [photo],
    flags: isOdd ? (['quarantined'] as const) : [],
    follows: { to, as: 'supplement' as const },
    original: { mediaType: photo.mediaType, key: photo.key! },
  };
  await acceptComplaint(submission, now, deps);
}

const metadataOf = (photo: CleanPhoto | undefined): Record<string, string> => ({
  ...(photo === undefined && { cleaned: 'no-photo' }),
  ...(photo?.unchanged && { cleaned: 'not-possible' }),
  ...(photo?.takenAt !== undefined && { 'taken-at': photo.takenAt }),
});

/** What staff read of it beside the complaint. */
function nameOf(photo: CleanPhoto | undefined): string {
  if (!photo) return '上传的文件（不是照片，打开前请先检查）';
  const remarks = [photo.takenAt && `${photo.takenAt}拍摄`, photo.unchanged && '含拍摄信息'].filter(Boolean);
  return `现场照片${remarks.length > 0 ? `（${remarks.join('，')}）` : ''}.${photo.mediaType.split('/')[1]}`;
}
