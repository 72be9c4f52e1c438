import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openWork } from '../../../bin/ops/resumable-work.ts';

const ORDER = { province: 'demo', isApplied: true, time: '2026-12-01T02:00:00.000Z' };
const fileName = () => join(mkdtempSync(join(tmpdir(), 'huiyin-work-')), 'work.jsonl');
const nobody = () => Promise.reject(new Error('asked again'));

it('work that was interrupted is taken up with the same cases, at the same time, without what is done', async () => {
  const file = fileName();
  const begun = await openWork(file, ORDER, async () => ['QH-1', 'QH-2']);
  begun.put({ part: 0, changed: 3, failed: 0, cases: [] });
  begun.put({ part: 1, changed: 1, failed: 2, cases: [] });
  appendFileSync(file, '{"part":2,"cha');
  const again = await openWork(file, { ...ORDER, time: '2026-12-02T02:00:00.000Z' }, nobody);
  expect([again.ids, again.order.time, [...again.done()]]).toEqual([['QH-1', 'QH-2'], ORDER.time, [0]]);
  expect(again.parts().map(({ changed }) => changed)).toEqual([3, 1]);
});

it('work of another order is not taken up', async () => {
  const file = fileName();
  await openWork(file, ORDER, async () => []);
  await expect(openWork(file, { ...ORDER, policy: '2027-1' }, nobody)).rejects.toThrow('begun for something else');
});
