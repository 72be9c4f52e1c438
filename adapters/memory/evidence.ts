import type { Download } from '../../domain/attachments/download.ts';
import type { Instant } from '../../domain/calendar/day.ts';

/** An evidence bucket that forgets everything when the process ends. For tests. */
export function memoryEvidence() {
  const objects = new Map<string, Uint8Array>();
  const types = new Map<string, string>();
  const put = (key: string, bytes: Uint8Array, mediaType: string) => {
    objects.set(key, bytes);
    types.set(key, mediaType);
  };
  return {
    put: async (key: string, bytes: Uint8Array, mediaType: string) => put(key, bytes, mediaType),
    putIfAbsent: async (key: string, bytes: Uint8Array, mediaType: string) => {
      if (!objects.has(key)) put(key, bytes, mediaType);
    },
    mediaTypeOf: async (key: string): Promise<string | undefined> => types.get(key),
    read: async (key: string): Promise<Uint8Array> => {
      const bytes = objects.get(key);
      if (!bytes) throw Object.assign(new Error('no such key'), { name: 'NoSuchKey' });
      return bytes;
    },
    addressOf: async (key: string, as: Download, now: Instant): Promise<string | undefined> =>
      objects.has(key) ? `https://evidence.example/${key}?${new URLSearchParams({ ...as, now })}` : undefined,
    remove: (key: string) => {
      objects.delete(key);
      types.delete(key);
    },
    keys: () => [...objects.keys()],
  };
}
