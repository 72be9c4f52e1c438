import { readArguments, refuse } from './arguments.ts';
import { exportRecord } from './audit/export-record.ts';
import { verify } from './audit/verify.ts';

// Whether what is on record of cases is what was written, for somebody who need not believe whoever keeps it.

const USAGE = `usage: npm run audit -- verify FILE...
       CASE_TABLE_NAME=… npm run audit -- export FILE CASE...
verify: needs no network; ends with 0 where every record holds, with 1 where one is broken, with 2 where a file cannot be used.
export: AWS_REGION and AWS_PROFILE say where; AWS_ENDPOINT_URL points at a local stack.`;

const { positionals } = readArguments(process.argv.slice(2), { usage: USAGE, positionals: [2, 10_000] });
const [what, file = '', ...rest] = positionals;

if (what === 'verify') verify([file, ...rest]);
else if (what === 'export') {
  const { CASE_TABLE_NAME: table = refuse('CASE_TABLE_NAME is needed', USAGE) } = process.env;
  if (rest.length === 0) refuse('which cases?', USAGE);
  await exportRecord(file, rest, table);
} else refuse(`${what} is neither verify nor export`, USAGE);
