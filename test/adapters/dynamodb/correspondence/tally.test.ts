import { beforeAll, describe, expect, it } from 'vitest';
import { dynamoRateLimits } from '../../../../adapters/dynamodb/correspondence/rate-limits.ts';
import { dynamoTally } from '../../../../adapters/dynamodb/correspondence/tally.ts';
import { createCorrespondenceTable, dynamoDbForTests } from '../../../support/dynamodb-local.ts';

const TABLE = 'correspondence';
const NOW = '2026-11-20T13:03:20.500Z';
const { service } = dynamoDbForTests();
beforeAll(() => createCorrespondenceTable(service.tables, TABLE));

const failures: unknown[] = [];
const processOf = (table = TABLE) => dynamoTally(service.tables, table, (error) => failures.push(error));

/** As many as that of one sender, one after the other; gives what was known after the last. */
async function add(tally: ReturnType<typeof processOf>, howMany: number, key: string, now = NOW): Promise<number> {
  let latest = 0;
  for (let n = 0; n < howMany; n += 1) {
    const { known, told } = tally.add(key, 3_600, now);
    await told;
    latest = known;
  }
  return latest;
}

describe('a tally', () => {
  it('knows each that it counted itself', async () => {
    expect(await add(processOf(), 25, 'alone')).toBe(25);
  });

  it('hears at its next telling what other processes have told', async () => {
    const [one, other] = [processOf(), processOf()];
    await add(one, 50, 'shared');
    await add(other, 10, 'shared');
    expect(await add(other, 1, 'shared')).toBe(61);
  });

  it('never knows of more than there were, and of all but nine in each process, however many come at once', async () => {
    const processes = Array.from({ length: 6 }, () => processOf());
    await Promise.all(processes.map((one) => add(one, 45, 'crowd')));
    expect(await add(processOf(), 10, 'crowd')).toBe(10);
    const heard = await Promise.all(processes.map((one) => add(one, 5, 'crowd')));
    for (const known of heard) expect(known).toBeLessThanOrEqual(310);
    const late = processOf();
    await add(late, 10, 'crowd');
    expect(await add(late, 1, 'crowd')).toBe(6 * 50 + 10 + 10 + 1);
  });

  it('begins anew with each window, and counts each key for itself', async () => {
    const tally = processOf();
    await add(tally, 12, 'mine');
    expect(await add(tally, 1, 'yours')).toBe(1);
    expect(await add(tally, 1, 'mine', '2026-11-20T14:00:00.000Z')).toBe(1);
  });

  it('goes by what it saw itself when the table does not answer, and says why', async () => {
    failures.length = 0;
    expect(await add(processOf('no-such-table'), 15, 'anybody')).toBe(15);
    expect(failures).toMatchObject([{ name: 'ResourceNotFoundException' }]);
  });

  it('shares its counters with the limits under the same key', async () => {
    await add(processOf(), 10, 'both');
    const limits = dynamoRateLimits(service.tables, TABLE, (error) => failures.push(error));
    const taken = await limits.take('both', { limit: 11, windowSeconds: 3_600 }, NOW);
    expect(taken).toMatchObject({ allowed: true, remaining: 0 });
  });
});
