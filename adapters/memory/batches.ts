import type { CommandBatchDeps } from '../../usecases/staff/command-batch.ts';

type Batches = CommandBatchDeps['batches'];
type Kept = Awaited<ReturnType<Batches['keep']>>;

export function memoryBatches(): Batches {
  const kept = new Map<string, Kept>();
  return {
    find: async (sub, key) => kept.get(`${sub} ${key}`),
    async keep(sub, key, batch) {
      const first = kept.get(`${sub} ${key}`) ?? batch;
      kept.set(`${sub} ${key}`, first);
      return first;
    },
  };
}
