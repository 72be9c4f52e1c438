// npm run bench: the budgets of docs/architecture.md, held against baselines of the same run. It takes a few minutes; run it on a quiet machine.
import { availableParallelism, cpus, loadavg } from 'node:os';
import { synthesise } from '../../local/synthesise.ts';
import { measureAcknowledgement } from './acknowledgement.ts';
import { measureAnalysis } from './analysis.ts';
import { measureBundles } from './bundles.ts';
import { measureMail } from './mail.ts';
import { measureRegistration } from './registration.ts';
import { type Row, tableOf } from './row.ts';
import { measureSweep } from './sweep.ts';
import { startTables } from './tables.ts';

const { directory, remove } = await synthesise('demo');
const tables = await startTables(directory);
const rows: Row[] = [];

/** Named on the command line, or all. */
const wanted = process.argv.slice(2);

async function measure(name: string, work: () => Row[] | Promise<Row[]>): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(name)) return;
  console.error(`${name} …`);
  rows.push(...(await work()));
}

try {
  await measure('analysis', measureAnalysis);
  await measure('mail', measureMail);
  await measure('bundles', () => measureBundles(directory));
  await measure('registration', () => measureRegistration(tables));
  await measure('acknowledgement', () => measureAcknowledgement(tables, directory));
  await measure('sweep', () => measureSweep(directory));
} finally {
  tables.client.destroy();
  await tables.stop();
  await remove();
}

const [{ model = 'unknown' } = {}] = cpus();
console.log(`Node ${process.version}, ${availableParallelism()} cores (${model}), load ${loadavg()[0]?.toFixed(1)}\n`);
console.log(tableOf(rows));
