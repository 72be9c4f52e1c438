import { describe, expect, it } from 'vitest';
import { tryWay } from './try-way.ts';
import { WAYS } from './ways-in.ts';

/** The same inputs each time; `npm run fuzz` throws more, and others. */
const [INPUTS, SEED] = [250, 20_261_122];

describe('whatever comes is taken and kept, or answered with what is wrong', { timeout: 120_000 }, () => {
  it.each(WAYS.map(({ name }) => name))('by the way: %s', async (name) => {
    expect(await tryWay(name, INPUTS, SEED)).toMatchObject({ inputs: INPUTS, broken: undefined });
  });
});
