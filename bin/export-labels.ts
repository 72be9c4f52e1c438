import { dynamoCaseStore } from '../adapters/dynamodb/cases/case-store.ts';
import { dynamoCaseIds } from '../adapters/dynamodb/cases/lists.ts';
import { dynamoTables } from '../adapters/dynamodb/tables.ts';
import { dynamoVault } from '../adapters/dynamodb/vault/vault.ts';
import { END } from '../domain/lists/listing.ts';
import { exportLabels } from '../usecases/operations/export-labels.ts';
import { readArguments, refuse } from './arguments.ts';
import { carriedOut } from './ending.ts';
import { writeNew } from './new-file.ts';
import { readProvinceConfig } from './province-config.ts';
import { loadRules } from './rules.ts';

// An act with personal data, for operations only: docs/routing.md says who may do it, and what becomes of the file.

const USAGE = `usage: CASE_TABLE_NAME=… VAULT_TABLE_NAME=… npm run export-labels -- --province demo FILE.jsonl
AWS_REGION and AWS_PROFILE say where; AWS_ENDPOINT_URL points at a local stack.`;

const { values, positionals } = readArguments(process.argv.slice(2), {
  usage: USAGE,
  options: { province: { type: 'string' } },
  positionals: [1, 1],
});
const { CASE_TABLE_NAME, VAULT_TABLE_NAME } = process.env;
const [file] = positionals;
if (!values.province || !file || !CASE_TABLE_NAME || !VAULT_TABLE_NAME) {
  refuse('a province, a file and the names of both tables are needed', USAGE);
}

const { organs, routing } = readProvinceConfig(values.province);
const roster = { organs: new Map(organs.map((organ) => [organ.id, organ])) };
const tables = dynamoTables();
const labelled = exportLabels({
  everyCase: dynamoCaseIds(tables, CASE_TABLE_NAME, roster, END),
  cases: dynamoCaseStore(tables, CASE_TABLE_NAME, roster),
  complaints: dynamoVault(tables, VAULT_TABLE_NAME),
  ...roster,
  matters: loadRules().matters,
  catchAllOrgan: routing.catchAll,
});

await carriedOut(async () => {
  let count = 0;
  await writeNew(file, async (write) => {
    for await (const complaint of labelled) {
      write(complaint);
      count += 1;
    }
  });
  console.log(`${count} complaints that people corrected`);
});
