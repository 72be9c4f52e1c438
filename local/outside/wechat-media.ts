/** A white square, and the shortest things that a player would call sound and film. */
const JPEG =
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=';
const AMR = Buffer.from(`#!AMR\n${'\x3c'.padEnd(32, '\x00')}`, 'latin1');
const MP4 = Buffer.from('\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom', 'latin1');

export interface TestMedium {
  readonly type: string;
  readonly ending: string;
  readonly bytes: Buffer;
}

export const VIDEO: TestMedium = { type: 'video/mp4', ending: 'mp4', bytes: MP4 };
const VOICE: TestMedium = { type: 'audio/amr', ending: 'amr', bytes: AMR };
const IMAGE: TestMedium = { type: 'image/jpeg', ending: 'jpg', bytes: Buffer.from(JPEG, 'base64') };

/** What everybody's pictures and voices look like on this machine. */
export const mediumOfKind = (kind: string): TestMedium => (kind === 'voice' ? VOICE : IMAGE);
export const isVideo = (kind: string): boolean => kind === 'video' || kind === 'shortvideo';
