import { describe, expect, it } from 'vitest';
import { driveRecompute, type PartDone, partsOf } from '../../../usecases/operations/drive-recompute.ts';

const ids = Array.from({ length: 1_001 }, (_, n) => `QH-${n}`);
const ORDER = { done: new Set<number>(), atOnce: 3 };

/** Work on all ids; `fails` says whether a part fails as a whole. */
function working(fails: (caseIds: readonly string[]) => boolean = () => false) {
  const [asked, done, failed]: [string[], PartDone[], number[]] = [[], [], []];
  let running = 0;
  let most = 0;
  const deps = {
    async recompute(caseIds: readonly string[]) {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      if (fails(caseIds)) throw new Error('throttled');
      asked.push(...caseIds);
      return { changed: 1, failed: 0, cases: [] };
    },
    onDone: (part: PartDone) => void done.push(part),
    onFailure: (part: number) => void failed.push(part),
  };
  return { deps, asked, done, failed, most: () => most };
}

describe('work that is driven in parts', () => {
  it('reaches every case once, some parts at once', async () => {
    const { deps, asked, done, most } = working();
    await driveRecompute(partsOf(ids), ORDER, deps);
    expect(asked.toSorted()).toEqual(ids.toSorted());
    expect([done.length, most()]).toEqual([6, 3]);
  });

  it('goes on where it was interrupted, and does nothing twice', async () => {
    const { deps, asked } = working();
    await driveRecompute(partsOf(ids), { ...ORDER, done: new Set([0, 1, 2, 3, 4]) }, deps);
    expect(asked).toEqual(['QH-1000']);
  });

  it('leaves a part that failed for the next run, and does the others', async () => {
    const { deps, done, failed } = working((caseIds) => caseIds.includes('QH-0'));
    await driveRecompute(partsOf(ids), ORDER, deps);
    expect([failed, done.length]).toEqual([[0], 5]);
  });
});
