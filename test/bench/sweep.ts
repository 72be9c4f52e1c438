import { dynamoDueIndex } from '../../adapters/dynamodb/cases/due-index.ts';
import { DUE, NOW } from './open-cases.ts';
import { median } from './row.ts';
import type { BenchTables } from './tables.ts';

const ROUNDS = 9;

/** What the sweep's search for what is due costs: the items that it read, their units, and milliseconds. */
export async function sweepAmong({ client, cases, costs }: BenchTables) {
  const { dueBy } = dynamoDueIndex(client, cases);
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    costs.length = 0;
    const began = performance.now();
    found = (await dueBy(NOW, 500)).length;
    times.push(performance.now() - began);
  }
  const sum = (kind: 'units' | 'scanned') => costs.reduce((total, cost) => total + cost[kind], 0);
  return { isWhole: found === DUE, units: sum('units'), scanned: sum('scanned'), time: median(times) };
}
