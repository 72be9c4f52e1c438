import { zipSync } from 'fflate';
import type { Instant } from '../../domain/calendar/day.ts';

const BYTES_ARE_PACKED_ALREADY = /\.(?:jpe?g|png|webp|gif|heic|zip|pdf|mp[34]|docx|xlsx)$/i;

/** Files by their path in the archive, as one ZIP that says when it was made. The same files and moment give the same bytes. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>, now: Instant): Uint8Array {
  const entries = Object.entries(files).map(([path, bytes]) => {
    const level = BYTES_ARE_PACKED_ALREADY.test(path) ? 0 : 6;
    return [path, [bytes, { level, mtime: now }]] as const;
  });
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
}
