import type { FiledCase, RepeatDeps } from '../../usecases/registration/find-repeats.ts';

/** Filed cases that are forgotten when the process ends. For tests. */
export function memoryRepeats(): Pick<RepeatDeps, 'recent' | 'file'> & {
  readonly buckets: ReadonlyMap<string, ReadonlyMap<string, FiledCase>>;
} {
  const buckets = new Map<string, Map<string, FiledCase>>();
  return {
    buckets,
    recent: async (bucket, limit) =>
      [...(buckets.get(bucket) ?? [])]
        .toSorted(([one], [other]) => other.localeCompare(one))
        .slice(0, limit)
        .map(([, filed]) => filed),
    async file(names, filed) {
      for (const name of names) {
        const bucket = buckets.get(name) ?? new Map<string, FiledCase>();
        buckets.set(name, bucket.set(`${filed.receivedAt}#${filed.caseId}`, filed));
      }
    },
  };
}
