// npm run bench: the budgets of docs/architecture.md, held against baselines of the same run. It takes a few minutes;
// run it on a quiet machine.
import { availableParallelism, cpus, loadavg } from 'node:os';
import { readArguments, refuse } from '../../bin/arguments.ts';
import { synthesise } from '../../local/template/synthesise.ts';
import { measureAcknowledgement } from './acknowledgement.ts';
import { measureAmongCases } from './among-cases.ts';
import { measureAnalysis } from './analysis.ts';
import { measureBundles } from './bundles.ts';
import { measureHandOver } from './hand-over.ts';
import { measureMail } from './mail.ts';
import { measureRecompute } from './recompute.ts';
import { measureRegistration } from './registration.ts';
import { measureRehearsal } from './rehearsal.ts';
import { type Row, tableOf } from './row.ts';
import { startTables } from './tables.ts';

const MEASUREMENTS = [
  ...[
    'analysis',
    'mail',
    'bundles',
    'registration',
    'acknowledgement',
    'hand-over',
    'rehearsal',
    'recompute',
    'million',
  ],
] as const;
const usage = `usage: npm run bench -- [--function desk] [${MEASUREMENTS.join('|')} …]
--function: bundles of those functions only whose names hold that.`;

/** Named on the command line, or all. */
const { positionals: wanted, values } = readArguments(process.argv.slice(2), {
  usage,
  positionals: [0, MEASUREMENTS.length],
  options: { function: { type: 'string', default: '' } },
});
const unknown = wanted.find((name) => !MEASUREMENTS.some((known) => known === name));
if (unknown !== undefined) refuse(`nothing is measured as ${unknown}`, usage);

const { directory, remove } = await synthesise('demo');
const tables = await startTables(directory);
const rows: Row[] = [];

async function measure(name: (typeof MEASUREMENTS)[number], work: () => Row[] | Promise<Row[]>): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  console.error(`${name} …`);
  rows.push(...(await work()));
}

try {
  await measure('analysis', measureAnalysis);
  await measure('mail', measureMail);
  await measure('bundles', () => measureBundles(directory, values.function));
  await measure('registration', () => measureRegistration(tables));
  await measure('acknowledgement', () => measureAcknowledgement(tables, directory));
  await measure('hand-over', () => measureHandOver(directory));
  await measure('rehearsal', measureRehearsal);
  await measure('recompute', () => measureRecompute(directory));
  await measure('million', () => measureAmongCases(directory));
} finally {
  tables.client.destroy();
  await tables.stop();
  await remove();
}

const [{ model = 'unknown' } = {}] = cpus();
console.log(`Node ${process.version}, ${availableParallelism()} cores (${model}), load ${loadavg()[0]?.toFixed(1)}\n`);
console.log(tableOf(rows));
// A stopped stack leaves timers behind that would keep the process for minutes.
process.exit(0);
