import { expect, it } from 'vitest';
import { oneComplaint } from '../support/one-complaint.ts';

it('a message that comes again is taken once, also where the case took in a hundred others since', async () => {
  const { world, first, follow, state } = await oneComplaint();
  const oldest = await follow('2026-06-02 10:00');
  for (let more = 0; more < 100; more += 1) await follow('2026-06-03 10:00');
  const before = await state();
  expect(before.followUps!.some(({ receipt }) => receipt === oldest.receipt)).toBe(false);
  await world.registerAgain(oldest.receipt);
  expect(await state()).toEqual(before);
  expect(await world.cases.events(first.receipt)).toHaveLength(before.version);
});
