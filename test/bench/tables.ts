import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '../../local/aws/dynamodb.ts';
import { createTables } from '../../local/aws/tables.ts';
import { namesOf } from '../../local/template/resource-names.ts';
import { readTemplate } from '../../local/template/template.ts';

/** What one call cost. */
export interface Cost {
  readonly command: string;
  /** Capacity units, indexes included. */
  readonly units: number;
  /** Items that a query read, whether or not it gave them back. */
  readonly scanned: number;
}

export interface BenchTables {
  readonly client: DynamoDBDocumentClient;
  readonly vault: string;
  readonly cases: string;
  readonly correspondence: string;
  readonly notices: string;
  /** Every call since the last `forget`. */
  readonly costs: Cost[];
  stop(): Promise<void>;
}

/**
 * The tables of a synthesised stack, empty, on a DynamoDB Local of their own; those of the folder, if they lie there
 * already. Nothing consumes their streams.
 */
export async function startTables(assembly: string, folder?: string): Promise<BenchTables> {
  const { endpoint, stop } = await startDynamoDb(folder);
  const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
  const bare = new DynamoDBClient({ endpoint, region: 'ap-southeast-1', credentials });
  const names = namesOf(readTemplate(assembly), () => '');
  const { TableNames = [] } = await bare.send(new ListTablesCommand());
  if (TableNames.length === 0) await createTables(bare, names);
  const costs: Cost[] = [];
  countCosts(bare, costs);
  const parts = ['Vault', 'Cases', 'Correspondence', 'Notices'];
  const [vault = '', cases = '', correspondence = '', notices = ''] = parts.map((part) => {
    const table = names.ofType('AWS::DynamoDB::Table').find(({ logicalId }) => logicalId.includes(part));
    return table ? names.physicalName(table) : '';
  });
  const client = DynamoDBDocumentClient.from(bare, { marshallOptions: { removeUndefinedValues: true } });
  return { client, vault, cases, correspondence, notices, costs, stop };
}

/** Asks each call for what it cost. */
function countCosts(client: DynamoDBClient, costs: Cost[]): void {
  client.middlewareStack.add(
    (next, { commandName: command = '' }) =>
      async (args) => {
        const result = await next({ ...args, input: { ReturnConsumedCapacity: 'INDEXES', ...args.input } });
        const { ConsumedCapacity, ScannedCount: scanned = 0 } = result.output as Answer;
        const units = [ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        costs.push({ command, units, scanned });
        return result;
      },
    { step: 'initialize' },
  );
}

type Capacity = { readonly CapacityUnits?: number };

interface Answer {
  readonly ConsumedCapacity?: Capacity | Capacity[];
  readonly ScannedCount?: number;
}
