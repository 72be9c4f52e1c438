import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoRepeats } from '../../adapters/dynamodb/cases/repeats.ts';
import { dynamoVault } from '../../adapters/dynamodb/vault/vault.ts';
import { memoryRepeats } from '../../adapters/memory/repeats.ts';
import { analyse } from '../../domain/analysis.ts';
import { AS_WRITTEN } from '../../domain/ids-of-today.ts';
import { hashKeyFrom } from '../../domain/repeats/keyed-hash.ts';
import { registerComplaint } from '../../usecases/registration/register-complaint.ts';
import { vaultItem } from './complaints.ts';
import { percentile, type Row } from './row.ts';
import { demoRules } from './rules.ts';
import type { BenchTables, Cost } from './tables.ts';

const COMPLAINTS = 50;
const WRITES = /^(Put|TransactWrite|Update|BatchWrite)/;
const ALONE = { name: 'registering a complaint', budget: { write: 12, read: 2 } };
/** More by four queries, three cases and four puts at most, and by the links that stand in the event. */
const LINKED = { name: 'registering a complaint and finding repeats', budget: { write: 20, read: 14 } };

/**
 * Capacity units that DynamoDB Local bills for registering a complaint, the vault's own write aside; first without
 * repeats, then with.
 */
export async function measureRegistration(tables: BenchTables): Promise<Row[]> {
  const { client, cases, costs } = tables;
  const alone = await registerAll('ALNE', memoryRepeats, tables);
  const linked = await registerAll('LNKD', () => dynamoRepeats(client, cases), tables);
  costs.length = 0;
  await client.send(new PutCommand({ TableName: cases, Item: { pk: 'BARE', sk: 'CASE' } }));
  await client.send(new GetCommand({ TableName: cases, Key: { pk: 'BARE', sk: 'CASE' }, ConsistentRead: true }));
  const bare = unitsIn(costs);
  return [...rowsOf(ALONE, alone, bare), ...rowsOf(LINKED, linked, bare)];
}

interface Units {
  readonly write: number;
  readonly read: number;
}

async function registerAll(
  letters: string,
  /** What is filed when a complaint comes. */
  filed: () => ReturnType<typeof dynamoRepeats>,
  { client, vault, cases, costs }: BenchTables,
): Promise<Units[]> {
  const { analysis, context, repeats } = demoRules();
  const complaints = dynamoVault(client, vault);
  const deps = {
    complaints,
    context,
    cases: dynamoCaseStore(client, cases, AS_WRITTEN),
    analyse: (complaint: Parameters<typeof analyse>[0]) => analyse(complaint, analysis),
  };
  const each: Units[] = [];
  for (let n = 0; n < COMPLAINTS; n += 1) {
    const item = { ...vaultItem(n), receipt: `QH-REGI-${letters}-${String(n).padStart(4, '0')}` };
    await complaints.putIfAbsent(item);
    costs.length = 0;
    const found = { ...filed(), ...repeats, hashKey: async () => hashKeyFrom('0123456789abcdef') };
    await registerComplaint(item.receipt, '2026-09-10T02:00:05.000Z', {
      ...deps,
      repeats: found,
      fetchLater: async () => {},
    });
    each.push(unitsIn(costs));
  }
  return each;
}

function rowsOf({ name, budget }: typeof ALONE, each: readonly Units[], bare: Units): Row[] {
  return (['write', 'read'] as const).map((kind) => {
    const units = each.map((one) => one[kind]);
    const most = Math.max(...units);
    return {
      what: `${kind} units of ${name}`,
      measured: `median ${percentile(units, 0.5)}, most ${most}`,
      baseline: `${bare[kind]}: one plain ${kind === 'write' ? 'put' : 'consistent get'} of a tiny item`,
      ratio: percentile(units, 0.5) / bare[kind],
      budget: `≤ ${budget[kind]}`,
      met: most <= budget[kind],
    };
  });
}

const unitsIn = (costs: readonly Cost[]): Units => ({ write: unitsOf(costs, true), read: unitsOf(costs, false) });

const unitsOf = (costs: readonly Cost[], writes: boolean): number =>
  costs.filter(({ command }) => WRITES.test(command) === writes).reduce((sum, { units }) => sum + units, 0);
