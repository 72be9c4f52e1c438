import { takenText } from '../../domain/attachments/file-name.ts';
import { mediaTypeOf } from '../../domain/attachments/media-type.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import { isMaterial } from '../../domain/case/handling/materials.ts';
import type { Attachment, Submission } from '../../domain/complaint.ts';
import { type AcceptComplaintDeps, acceptComplaint, earlierAcceptance, type VaultItem } from './accept-complaint.ts';
import type { KeptFile } from './kept-file.ts';

/** A file as somebody sent it. */
export interface Upload {
  readonly bytes: Uint8Array;
  /** The complaint for which its form was made. */
  readonly receipt?: string | undefined;
  readonly offeredUntil?: Instant | undefined;
}

/** A photo without what it says of its maker. */
export interface CleanPhoto extends KeptFile {
  /** True for a format that cannot be taken apart (HEIC): it lost its place and nothing else. */
  readonly unchanged: boolean;
}

export interface KeepUploadDeps extends AcceptComplaintDeps {
  readonly vault: AcceptComplaintDeps['vault'] & {
    findKept(receipt: string): Promise<VaultItem | undefined>;
    /** Notes on the attachment of that number, which names that upload, that it never came. */
    noteNeverCame(receipt: string, index: number, key: string): Promise<void>;
  };
  /** Uploads that were waited for in vain, each with the complaint that had named it. */
  readonly awaited: {
    note(key: string, receipt: string, now: Instant): Promise<void>;
    receiptFor(key: string): Promise<string | undefined>;
  };
  /** Undefined when there is no such upload. */
  readonly inbox: { read(key: string): Promise<Upload | undefined> };
  /** Undefined for what is no photo. */
  readonly clean: (bytes: Uint8Array) => CleanPhoto | undefined;
  /** The same bytes without the place that they may tell, for what cannot be cleaned. */
  readonly stripPosition: (bytes: Uint8Array) => Uint8Array;
  readonly evidence: {
    /** Keeps what is there already under that key. */
    putIfAbsent(
      key: string,
      bytes: Uint8Array,
      mediaType: string,
      metadata: Readonly<Record<string, string>>,
    ): Promise<void>;
  };
  /** SHA-256, lower-case hexadecimal. */
  readonly sha256: (data: string | Uint8Array) => string;
  /** Whether that complaint may have one more photo today than it was offered forms; counts it if so. */
  readonly takeAnother: (receipt: string, now: Instant) => Promise<boolean>;
}

/**
 * `waiting`: nobody has named it in a complaint yet. `set-aside`: no photo; kept for a person to look at. `refused`: a
 * form was used for
 * more photos than a complaint may have; this one is forgotten.
 */
export type Kept = 'kept' | 'set-aside' | 'waiting' | 'missing' | 'refused';

/**
 * Brings an upload from the inbox into the evidence, cleaned; one that was sent after a complaint becomes a
 * supplement to it, and so does one that comes after it was waited for in vain. Done again, it does the same again:
 * nothing is kept twice, and nothing that is kept is exchanged. What was named by a complaint is kept under the same
 * key, the first that came; what was sent by a form, under a key that tells its content, so that a form used twice
 * makes two photos.
 */
export async function keepUpload(
  { key, isClaimed }: { readonly key: string; readonly isClaimed: boolean },
  now: Instant,
  deps: KeepUploadDeps,
): Promise<Kept> {
  const upload = await deps.inbox.read(key);
  if (!upload) return 'missing';
  if (isMaterial(key)) return await keepMaterial(key, upload.bytes, deps);
  const { receipt = isClaimed ? undefined : await deps.awaited.receiptFor(key) } = upload;
  if (receipt === undefined && !isClaimed) return 'waiting';
  const photo = deps.clean(upload.bytes);
  const bytes = photo?.bytes ?? deps.stripPosition(upload.bytes);
  const mediaType = photo?.mediaType ?? 'application/octet-stream';
  const keep = (as: string) => deps.evidence.putIfAbsent(as, bytes, mediaType, metadataOf(photo));
  const kept = photo ? 'kept' : 'set-aside';
  if (receipt === undefined) {
    await keep(key);
    return kept;
  }
  const file = { name: nameOf(photo), mediaType, key: `${key}/${deps.sha256(bytes)}` };
  if (!(await supplement(receipt, file, { form: key, isOdd: !photo, now }, deps))) return 'refused';
  await keep(file.key);
  return kept;
}

/**
 * Staff and the case say from now on that the upload which that complaint names did not come; one that comes after all is
 * a supplement to it, also one that came in this moment.
 */
export async function waitNoLonger(
  { key, namedBy }: { readonly key: string; readonly namedBy?: string | undefined },
  now: Instant,
  deps: KeepUploadDeps,
): Promise<Kept> {
  const complaint = namedBy === undefined ? undefined : await deps.vault.findKept(namedBy);
  if (!complaint) return 'missing';
  for (const [index, attachment] of complaint.attachments.entries())
    if (attachment.key === key) await deps.vault.noteNeverCame(complaint.receipt, index, key);
  await deps.awaited.note(key, complaint.receipt, now);
  return await keepUpload({ key, isClaimed: false }, now, deps);
}

/** 材料 of staff: photos are cleaned, documents stay as they are; the first that came under that key is the one. */
async function keepMaterial(key: string, sent: Uint8Array, { clean, evidence }: KeepUploadDeps): Promise<Kept> {
  const photo = clean(sent);
  const { bytes, mediaType } = photo ?? { bytes: sent, mediaType: mediaTypeOf(sent, '') };
  await evidence.putIfAbsent(key, bytes, mediaType, photo ? metadataOf(photo) : {});
  return 'kept';
}

interface Sent {
  /** Key of the form by which it was sent. */
  readonly form: string;
  readonly isOdd: boolean;
  readonly now: Instant;
}

/**
 * Adds the file to the complaint `to`. A form is counted when it is offered, for one file: each further one counts as
 * if it had been offered a form, once however often it is told of.
 */
async function supplement(to: string, file: Attachment, sent: Sent, deps: KeepUploadDeps): Promise<boolean> {
  const { form, now } = sent;
  const first = supplementOf(to, file, `photo:${form}`, sent);
  if ((await acceptComplaint(first, now, deps)).kind === 'accepted') return true;
  const further = supplementOf(to, file, `photo:${file.key}`, sent);
  if (await earlierAcceptance(further, deps)) return true;
  if (!(await deps.takeAnother(to, now))) return false;
  await acceptComplaint(further, now, deps);
  return true;
}

const supplementOf = (to: string, file: Attachment, sourceId: string, { isOdd }: Sent): Submission => ({
  channel: 'web',
  sourceId,
  text: '',
  anonymous: true,
  attachments: [file],
  flags: isOdd ? ['quarantined'] : [],
  follows: { to, as: 'supplement' },
  original: { mediaType: file.mediaType, key: file.key! },
});

const metadataOf = (photo: CleanPhoto | undefined): Record<string, string> => ({
  ...(photo === undefined && { cleaned: 'no-photo' }),
  ...(photo?.unchanged && { cleaned: 'not-possible' }),
  ...(photo?.takenAt !== undefined && { 'taken-at': photo.takenAt }),
});

/** What staff read of it beside the complaint. */
function nameOf(photo: CleanPhoto | undefined): string {
  if (!photo) return '上传的文件（不是照片，打开前请先检查）';
  const remarks = [photo.takenAt && takenText(photo.takenAt), photo.unchanged && '含拍摄信息'].filter(Boolean);
  return `现场照片${remarks.length > 0 ? `（${remarks.join('，')}）` : ''}.${photo.mediaType.split('/')[1]}`;
}
