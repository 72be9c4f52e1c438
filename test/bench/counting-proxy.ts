import { createServer } from 'node:http';
import { listening } from '../../local/ports.ts';

/** Capacity units since the last reset, indexes included. */
export interface TableUnits {
  read: number;
  write: number;
}

const WRITES = /\.(PutItem|UpdateItem|DeleteItem|BatchWriteItem|TransactWriteItems)$/;
const READS = /\.(GetItem|Query|Scan|BatchGetItem|TransactGetItems)$/;

/** AWS bills a query that finds nothing as well; DynamoDB Local does not. */
const LEAST = 0.5;

/** Stands before a DynamoDB Local, and asks each call of any client for what it costs. Streams cost nothing. */
export async function countingProxy(endpoint: string) {
  const units: TableUnits = { read: 0, write: 0 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const target = String(request.headers['x-amz-target'] ?? '');
    const kind = WRITES.test(target) ? 'write' : READS.test(target) ? 'read' : undefined;
    const body = Buffer.concat(chunks);
    const asked = kind ? JSON.stringify({ ...JSON.parse(body.toString()), ReturnConsumedCapacity: 'TOTAL' }) : body;
    const { host, 'content-length': _, connection: __, ...headers } = request.headers;
    const answer = await fetch(endpoint, {
      method: request.method!,
      headers: headers as Record<string, string>,
      ...(request.method !== 'GET' && { body: asked }),
    });
    const text = await answer.text();
    if (kind && answer.ok) units[kind] += Math.max(LEAST, unitsIn(text));
    response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
  });
  const port = await listening(server, 0, 'the counting of table units');
  return {
    endpoint: `http://127.0.0.1:${port}`,
    /** What was spent since the last time this was asked. */
    spent(): TableUnits {
      const spent = { ...units };
      Object.assign(units, { read: 0, write: 0 });
      return spent;
    },
    stop: () => server.close(),
  };
}

interface Capacity {
  readonly CapacityUnits?: number;
}

function unitsIn(answer: string): number {
  const { ConsumedCapacity } = JSON.parse(answer) as { ConsumedCapacity?: Capacity | Capacity[] };
  return [ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
}
