import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { dynamoMovedTable } from '../../adapters/dynamodb/restore/moved-table.ts';
import { s3MovedBucket } from '../../adapters/s3/moved-bucket.ts';
import type { RawItem } from '../../usecases/operations/move-state.ts';
import type { OpsStack, Stores } from './connect.ts';

/** In this order they are brought in: when a complaint comes to the vault, its case is there. */
const TABLES = {
  cases: 'CASE_TABLE_NAME',
  notices: 'NOTICE_TABLE_NAME',
  roster: 'ROSTER_TABLE_NAME',
  access: 'ACCESS_TABLE_NAME',
  senders: 'SENDERS_TABLE_NAME',
  correspondence: 'CORRESPONDENCE_TABLE_NAME',
  vault: 'VAULT_TABLE_NAME',
} as const satisfies Readonly<Record<string, keyof Stores>>;

const BUCKETS = { evidence: 'EVIDENCE_BUCKET_NAME', ledgers: 'LEDGER_BUCKET_NAME' } as const;

/** Every table of a province, by the name that an export has for it. */
export const tablesOf = ({ tables, stores }: { readonly tables: DynamoDBDocumentClient; readonly stores: Stores }) =>
  Object.entries(TABLES).map(([name, store]) => ({ name, table: dynamoMovedTable(tables, stores[store]) }));

/** The names that they have where they are. */
export const tableNamesOf = ({ stores }: Pick<OpsStack, 'stores'>) =>
  Object.entries(TABLES).map(([name, store]) => ({ name, table: stores[store] }));

export const bucketsOf = ({ s3, stores }: Pick<OpsStack, 's3' | 'stores'>) =>
  Object.entries(BUCKETS).map(([name, store]) => ({ name, bucket: s3MovedBucket(s3, stores[store]) }));

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** manifest.json: what the folder holds, and by what it is known to be whole. */
export const Manifest = z.object({
  format: z.literal('huiyin-export-1'),
  province: z.string(),
  at: z.iso.datetime(),
  tables: z.record(z.string(), z.object({ items: z.int(), hash: Hash, sha256: Hash })),
  /** Of files.jsonl, which names every file with its own. */
  files: z.object({ count: z.int(), sha256: Hash }),
});
export type Manifest = z.infer<typeof Manifest>;

/** One line of files.jsonl. */
export const FileLine = z.object({
  bucket: z.string(),
  key: z.string(),
  bytes: z.int(),
  sha256: Hash,
  mediaType: z.string().optional(),
});

/** A key as a path below the folder: nothing in a key leads out of it. */
export const pathOf = (folder: string, bucket: string, key: string): string =>
  join(
    folder,
    'files',
    bucket,
    ...key.split('/').map((part) => encodeURIComponent(part).replace(/^\.+$/, '%2E') || '%00'),
  );

export function folderFor(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return path;
}

/** The lines of a JSON Lines file, one after the other: it may be longer than memory. */
export async function* itemsIn(file: string): AsyncGenerator<RawItem> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY }))
    if (line !== '') yield JSON.parse(line) as RawItem;
}

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  if (existsSync(file)) for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
