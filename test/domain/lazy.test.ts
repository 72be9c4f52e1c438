import { expect, it } from 'vitest';
import { lazy } from '../../domain/lazy.ts';

it('nothing is read before it is asked for, and nothing twice', () => {
  let reads = 0;
  const read = lazy(() => {
    reads += 1;
    return undefined;
  });
  expect(reads).toBe(0);
  read();
  read();
  expect(reads).toBe(1);
});
