import { addDays, type Day } from '../domain/calendar/day.ts';
import { readArguments, refuse } from './arguments.ts';
import { printProof, prove } from './audit/prove.ts';
import { verify } from './audit/verify.ts';
import { carriedOut } from './ending.ts';
import { isDay, today } from './today.ts';

// Whether what is on record of cases is what was written, for somebody who need not believe whoever keeps it.

const USAGE = `usage: npm run audit -- verify FILE... [--seal HASH]
       npm run audit -- proof LEDGER RECEIPT
       npm run audit -- prove PROOF [--seal HASH]
       CASE_TABLE_NAME=… npm run audit -- export FILE CASE...
       CASE_TABLE_NAME=… npm run audit -- seal FOLDER [--until DAY]
verify, proof and prove need no network; they end with 0 where all holds, with 1 where something does not, with 2 where a file cannot be used.
--seal: the hash of the last day's seal, as it was kept elsewhere. --until: a day that is over; yesterday where nothing is said.
export, seal: AWS_REGION and AWS_PROFILE say where; AWS_ENDPOINT_URL points at a local stack.`;

const { positionals, values } = readArguments(process.argv.slice(2), {
  usage: USAGE,
  options: { seal: { type: 'string' }, until: { type: 'string' } },
  positionals: [2, 10_000],
});
const [what, file = '', ...rest] = positionals;

await carriedOut(async () => {
  // Whatever reaches a table is loaded where it is asked for: who verifies a file waits for none of it.
  if (what === 'verify') verify([file, ...rest], values.seal);
  else if (what === 'proof') printProof(file, rest[0] ?? refuse('of which receipt?', USAGE));
  else if (what === 'prove') prove(file, values.seal);
  else if (what === 'export') {
    if (rest.length === 0) refuse('which cases?', USAGE);
    const { exportRecord } = await import('./audit/export-record.ts');
    await exportRecord(file, rest, tableName());
  } else if (what === 'seal') {
    const { seal } = await import('./audit/seal.ts');
    await seal(file, lastDay(), tableName());
  } else refuse(`${what} is none of these`, USAGE);
});

function tableName(): string {
  return process.env.CASE_TABLE_NAME ?? refuse('CASE_TABLE_NAME is needed', USAGE);
}

/** A day that is not over yet would be sealed without its evening. */
function lastDay(): Day {
  const { until = addDays(today(), -1) } = values;
  return isDay(until) && until < today() ? until : refuse(`${until} is no day that is over`, USAGE);
}
