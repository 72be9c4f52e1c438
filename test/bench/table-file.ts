import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { TableDescription } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

type Item = Record<string, unknown>;
type Cell = string | number | Uint8Array | null;
type Row = Record<string, Cell>;

/** For each key column of the file, the attribute that stands there. */
type KeyColumns = ReadonlyMap<string, string>;

/**
 * Adds items to a table in the file of a DynamoDB Local that is stopped: a million calls would take the better part of
 * an hour. `pattern` is an item that DynamoDB Local itself has written; throws where a row of ours would differ from
 * its own. All items have the attributes of those that it has written already, which tell their size.
 */
export function addToFile(folder: string, table: TableDescription, pattern: Item, items: Iterable<Item>): void {
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.db'));
  const database = new DatabaseSync(join(folder, file!));
  try {
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -500000');
    const name = `"${table.TableName}"`;
    const rowOf = rowsLike(database, name, keyColumnsOf(database, table));
    checkRow(database, name, rowOf(pattern));
    const definitions = indexesOf(database, table).map(({ sql, called }) => ({ sql, called: `"${called}"` }));
    for (const { called } of definitions) database.exec(`DROP INDEX ${called}`);
    insert(database, name, items, rowOf);
    for (const { sql } of definitions) database.exec(sql);
  } finally {
    database.close();
  }
}

const indexesOf = (database: DatabaseSync, { TableName = '' }: TableDescription) =>
  database
    .prepare("SELECT name AS called, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL")
    .all(TableName) as unknown as readonly { readonly called: string; readonly sql: string }[];

/** The definition of an index names its columns in the order of its keys: (indexKey_4, indexKey_5, hashRangeValue). */
function keyColumnsOf(database: DatabaseSync, table: TableDescription): KeyColumns {
  const indexes = indexesOf(database, table);
  const columns = (table.GlobalSecondaryIndexes ?? []).flatMap(({ IndexName, KeySchema = [] }) => {
    const { sql = '' } = indexes.find(({ called }) => called === `${table.TableName}*${IndexName}`) ?? {};
    const own = /\(([^)]*)\)/.exec(sql)![1]!.split(', ');
    return KeySchema.map(({ AttributeName }, at) => [own[at]!, AttributeName!] as const);
  });
  const [hash, range] = table.KeySchema!.map(({ AttributeName }) => AttributeName!);
  return new Map([...columns, ['hashKey', hash!], ['rangeKey', range!]]);
}

function rowsLike(database: DatabaseSync, name: string, keys: KeyColumns): (item: Item) => Row {
  const written = database.prepare(`SELECT * FROM ${name}`).all() as unknown as readonly Row[];
  // Items of the same text length are of the same size.
  const sizes = new Map(written.map(({ ObjectJSON, itemSize }) => [lengthOf(ObjectJSON), itemSize] as const));
  const [first] = written;
  return (item) => {
    const text = JSON.stringify(marshall(item, { removeUndefinedValues: true }));
    const size = sizes.get(Buffer.byteLength(text));
    if (size === undefined) throw new Error('no item of that length was written by DynamoDB Local');
    const cells = [...keys].map(([column, attribute]) => [column, bytesOf(item[attribute])] as const);
    const hashValue = createHash('sha1').update(String(item.pk)).digest();
    const { rangeValue } = first!;
    const own = { hashValue, rangeValue: rangeValue!, hashRangeValue: hashValue, itemSize: size };
    return { ...own, ObjectJSON: Buffer.from(text), ...Object.fromEntries(cells) };
  };
}

const lengthOf = (json: Cell | undefined): number => (json as Uint8Array).length;
const bytesOf = (value: unknown): Uint8Array | null => (value === undefined ? null : Buffer.from(String(value)));

/** Its own hashes DynamoDB Local makes otherwise: they say in which part of a parallel scan a row is, and no more. */
const HASHES = ['hashValue', 'hashRangeValue'];

function checkRow(database: DatabaseSync, name: string, ours: Row): void {
  const theirs = database.prepare(`SELECT * FROM ${name} WHERE hashKey = ?`).get(ours.hashKey!) as unknown as Row;
  const shown = (row: Row) =>
    Object.entries(row)
      .filter(([column]) => !HASHES.includes(column))
      .map(([column, cell]) => [column, cell instanceof Uint8Array ? Buffer.from(cell).toString() : cell] as const)
      .map(([column, cell]) => [column, column === 'ObjectJSON' ? JSON.parse(String(cell)) : cell] as const);
  if (!isDeepStrictEqual(Object.fromEntries(shown(theirs)), Object.fromEntries(shown(ours))))
    throw new Error('DynamoDB Local keeps its items otherwise than we would: its release has changed');
}

function insert(database: DatabaseSync, name: string, items: Iterable<Item>, rowOf: (item: Item) => Row): void {
  let columns: readonly string[] | undefined;
  let statement: ReturnType<DatabaseSync['prepare']> | undefined;
  database.exec('BEGIN');
  for (const item of items) {
    const row = rowOf(item);
    columns ??= Object.keys(row);
    statement ??= database.prepare(
      `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    statement.run(...columns.map((column) => row[column]!));
  }
  database.exec('COMMIT');
}
