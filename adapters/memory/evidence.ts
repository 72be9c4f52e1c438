/** An evidence bucket that forgets everything when the process ends. For tests. */
export function memoryEvidence() {
  const objects = new Map<string, Uint8Array>();
  return {
    put: async (key: string, bytes: Uint8Array, _mediaType: string) => void objects.set(key, bytes),
    read: async (key: string): Promise<Uint8Array> => {
      const bytes = objects.get(key);
      if (!bytes) throw Object.assign(new Error('no such key'), { name: 'NoSuchKey' });
      return bytes;
    },
    keys: () => [...objects.keys()],
  };
}
