import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { attributesOf } from '../../adapters/dynamodb/case-items.ts';
import { dynamoCaseStore } from '../../adapters/dynamodb/case-store.ts';
import { listAttributes } from '../../adapters/dynamodb/list-items.ts';
import { dynamoLists } from '../../adapters/dynamodb/lists.ts';
import { dynamoSeenCases } from '../../adapters/dynamodb/seen-cases.ts';
import { GROUP_NAMES } from '../../domain/lists/groups.ts';
import { listingOf } from '../../domain/lists/listing.ts';
import { listCases } from '../../usecases/staff/list-cases.ts';
import type { ListQuery } from '../../usecases/staff/list-query.ts';
import { caseAfter, registeredAt } from '../support/cases.ts';
import { beijing, staffOf } from '../support/rules.ts';
import { rules } from '../support/world.ts';
import type { Row } from './row.ts';
import { inBatches, MANY } from './sweep.ts';
import { type BenchTables, startTables } from './tables.ts';

const FEW = 1_000;
/** Of the county whose worklist is opened, however many cases there are. */
const OWN = 50;
const NOW = beijing('2026-06-12 10:00');
/** At most so much more than among few. */
const ALLOWED = 1.1;

/** Nine tabs of the whole province, and one that is filtered: what a page of each costs, counts of all tabs included. */
const ROLL_UPS: readonly ListQuery[] = [
  ...GROUP_NAMES.map((group): ListQuery => ({ scope: 'province', group })),
  { scope: 'province', group: 'open', filters: { status: 'registered' } },
];

/**
 * The first page of a worklist, and ten questions about the whole province, among very many open cases against the same
 * among few.
 */
export async function measureLists(assembly: string): Promise<Row[]> {
  const [few, many] = [await unitsAmong(FEW, assembly), await unitsAmong(MANY, assembly)];
  const row = (what: string, [small, large]: readonly [number, number], budget: string, met: boolean): Row => ({
    ...{ what: `${what} among ${MANY} open cases`, measured: `${large} read units`, budget, met },
    ...{ baseline: `${small} among ${FEW}`, ratio: large / small },
  });
  const worklist = [few.worklist, many.worklist] as const;
  const rollUps = [few.rollUps, many.rollUps] as const;
  return [
    row('first page of a worklist', worklist, '≤ 1.1 ×', many.worklist <= ALLOWED * few.worklist),
    row(`${ROLL_UPS.length} questions about the province`, rollUps, 'two reads a count', many.rollUps <= MOST_ROLL_UPS),
  ];
}

/** Two reads of one megabyte for the counts and as many for the page, four kilobytes for half a unit, and fifty cases. */
const MOST_ROLL_UPS = ROLL_UPS.length * (4 * 128 + 100);

async function unitsAmong(open: number, assembly: string) {
  const tables = await startTables(assembly);
  try {
    await insertCases(tables, open);
    const worklist = await unitsOf([{ scope: 'organ', group: 'open' }], 'county', tables);
    return { worklist, rollUps: await unitsOf(ROLL_UPS, 'province', tables) };
  } finally {
    tables.client.destroy();
    await tables.stop();
  }
}

async function unitsOf(queries: readonly ListQuery[], organ: string, { client, cases, costs }: BenchTables) {
  const deps = {
    ...{ lists: dynamoLists(client, cases), seen: dynamoSeenCases(client, cases) },
    ...{ cases: dynamoCaseStore(client, cases), context: rules(), waysOf: () => [] },
  };
  costs.length = 0;
  for (const query of queries) {
    const shown = await listCases(query, staffOf(organ), NOW, deps);
    if (shown.kind !== 'shown') throw new Error(`${organ} is not shown ${JSON.stringify(query)}: ${shown.kind}`);
  }
  return costs.reduce((sum, { units }) => sum + units, 0);
}

/** As they are stored, the first fifty of the county, the others of its neighbour and of the city above both. */
function insertCases({ client, cases }: BenchTables, count: number): Promise<void> {
  const { state } = caseAfter(registeredAt(beijing('2026-06-01 10:00')));
  const itemOf = (n: number) => {
    const id = `QH-${String(n).padStart(12, '0')}`;
    const dueAt = new Date(Date.parse(NOW) + (((n * 7_919) % 86_400) - 1_000) * 60_000).toISOString();
    const lead = n < OWN ? 'county' : n % 2 === 0 ? 'neighbour' : 'city';
    const one = { ...state, id, lead, clocks: state.clocks.map((clock) => ({ ...clock, dueAt })) };
    return { pk: `CASE#${id}`, sk: 'CASE', ...attributesOf(one), ...listAttributes(listingOf(one, rules())) };
  };
  return inBatches(count, async (first, howMany) => {
    const puts = Array.from({ length: howMany }, (_, index) => ({ PutRequest: { Item: itemOf(first + index) } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [cases]: puts } }));
  });
}
