import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments, refuse } from '../../bin/arguments.ts';
import { consoleOf } from '../support/messages.ts';
import { accountOf } from './account.ts';
import { type Quarter, quarter } from './quarter.ts';
import { realQuarter } from './real/live.ts';
import { realFaults, realReportOf } from './real/report.ts';
import { reportOf } from './report.ts';

const usage = `usage: npm run quarter -- [--cases 2000] [--seed 1] [--real N] [--write]
Has a province live through a quarter, and says what of it should not have been; --write makes docs/quarter.md of it.
--real has N cases live through it on the local runner instead, and writes docs/quarter-real.md.`;

const { values } = readArguments(process.argv.slice(2), {
  usage,
  options: {
    cases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    real: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const { cases, seed, real } = values;
if (![cases, seed, real ?? '1'].every((number) => /^\d+$/.test(number)))
  refuse('cases, seed and real are whole numbers', usage);
const page = (name: string) => join(import.meta.dirname, '..', '..', 'docs', name);

function tell(faults: Readonly<Record<string, readonly string[]>>): void {
  for (const [what, some] of Object.entries(faults))
    for (const one of some.slice(0, 20)) console.log(`${what}: ${one}`);
  process.exitCode = Object.values(faults).some((some) => some.length > 0) ? 1 : 0;
}

if (real !== undefined) {
  const lived = await realQuarter(Number(real), Number(seed), console.error);
  const account = await accountOf(lived);
  const report = realReportOf(lived, account);
  console.log(report);
  tell(realFaults(lived, account));
  for (const [why, some] of Map.groupBy(lived.refused, (why) => why))
    console.log(`refused ${some.length} times: ${why}`);
  for (const [day, count] of account.fullest) console.log(`${count} messages: ${day}`);
  if (values.write) writeFileSync(page('quarter-real.md'), report);
  // A stopped stack leaves timers behind that would keep the process for minutes.
  process.exit();
}

let lived: Quarter | undefined;
await consoleOf(async () => {
  lived = await quarter(Number(cases), Number(seed));
});
const { fullest, ...faults } = await accountOf(lived!);
const report = reportOf(lived!, { fullest, ...faults });
console.log(report);
tell(faults);
for (const [day, count] of fullest) console.log(`${count} messages: ${day}`);
if (values.write) writeFileSync(page('quarter.md'), report);
