import { expect, it } from 'vitest';
import { drained } from '../../../usecases/operations/drain.ts';

/** Queues that hold so many messages, look after look. */
const queues = (looks: readonly number[]) => {
  let look = 0;
  return {
    looks: () => look,
    depths: async () => [
      { name: 'register', waiting: looks[Math.min(look++, looks.length - 1)]!, inFlight: 0 },
      { name: 'register-dead-letters', waiting: 7, inFlight: 0 },
    ],
  };
};

it('a queue is empty once it was seen empty twice', async () => {
  const seen = queues([3, 0, 1, 0, 0, 9]);
  expect(await drained(['register'], { depths: seen.depths, pause: async () => true, onLook: () => {} })).toEqual([]);
  expect(seen.looks()).toBe(5);
});

it('what a queue still holds is told when patience ends', async () => {
  const { depths } = queues([3, 2]);
  const left = await drained(['register'], { depths, pause: async () => false, onLook: () => {} });
  expect(left).toEqual([{ name: 'register', waiting: 3, inFlight: 0 }]);
});
