import type { Download } from '../../domain/attachments/download.ts';
import type { Instant } from '../../domain/calendar/day.ts';

/** An evidence bucket that forgets everything when the process ends. For tests. */
export function memoryEvidence() {
  const objects = new Map<string, Uint8Array>();
  return {
    put: async (key: string, bytes: Uint8Array, _mediaType: string) => void objects.set(key, bytes),
    putIfAbsent: async (key: string, bytes: Uint8Array, _mediaType: string) =>
      void (objects.has(key) || objects.set(key, bytes)),
    read: async (key: string): Promise<Uint8Array> => {
      const bytes = objects.get(key);
      if (!bytes) throw Object.assign(new Error('no such key'), { name: 'NoSuchKey' });
      return bytes;
    },
    addressOf: async (key: string, as: Download, now: Instant): Promise<string | undefined> =>
      objects.has(key) ? `https://evidence.example/${key}?${new URLSearchParams({ ...as, now })}` : undefined,
    remove: (key: string) => void objects.delete(key),
    keys: () => [...objects.keys()],
  };
}
