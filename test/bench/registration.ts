import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault.ts';
import { analyse } from '../../domain/analysis.ts';
import { registerComplaint } from '../../usecases/register-complaint.ts';
import { vaultItem } from './complaints.ts';
import { percentile, type Row } from './row.ts';
import { demoRules } from './rules.ts';
import type { BenchTables, Cost } from './tables.ts';

const COMPLAINTS = 50;
const BUDGET = { write: 12, read: 2 };
const WRITES = /^(Put|TransactWrite|Update|BatchWrite)/;

/** Capacity units that DynamoDB Local bills for registering a complaint, the vault's own write aside. */
export async function measureRegistration({ client, vault, cases, costs }: BenchTables): Promise<Row[]> {
  const { analysis, context } = demoRules();
  const complaints = dynamoVault(client, vault);
  const store = dynamoCaseStore(client, cases);
  const deps = {
    complaints,
    cases: store,
    context,
    analyse: (complaint: Parameters<typeof analyse>[0]) => analyse(complaint, analysis),
  };
  const each: { write: number; read: number }[] = [];
  for (let n = 0; n < COMPLAINTS; n += 1) {
    const item = { ...vaultItem(n), receipt: `QH-REGI-STER-${String(n).padStart(4, '0')}` };
    await complaints.putIfAbsent(item);
    costs.length = 0;
    await registerComplaint(item.receipt, '2026-09-10T02:00:05.000Z', deps);
    each.push({ write: unitsOf(costs, true), read: unitsOf(costs, false) });
  }
  costs.length = 0;
  await client.send(new PutCommand({ TableName: cases, Item: { pk: 'BARE', sk: 'CASE' } }));
  await client.send(new GetCommand({ TableName: cases, Key: { pk: 'BARE', sk: 'CASE' }, ConsistentRead: true }));
  const bare = { write: unitsOf(costs, true), read: unitsOf(costs, false) };
  return (['write', 'read'] as const).map((kind) => {
    const units = each.map((one) => one[kind]);
    const most = Math.max(...units);
    return {
      what: `${kind} units of registering a complaint`,
      measured: `median ${percentile(units, 0.5)}, most ${most}`,
      baseline: `${bare[kind]}: one plain ${kind === 'write' ? 'put' : 'consistent get'} of a tiny item`,
      ratio: percentile(units, 0.5) / bare[kind],
      budget: `≤ ${BUDGET[kind]}`,
      met: most <= BUDGET[kind],
    };
  });
}

const unitsOf = (costs: readonly Cost[], writes: boolean): number =>
  costs.filter(({ command }) => WRITES.test(command) === writes).reduce((sum, { units }) => sum + units, 0);
