import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArguments, refuse } from '../../bin/arguments.ts';
import { consoleOf } from '../support/messages.ts';
import { accountOf } from './account.ts';
import { type Quarter, quarter } from './quarter.ts';
import { reportOf } from './report.ts';

const usage = `usage: npm run quarter -- [--cases 2000] [--seed 1] [--write]
Has a province live through a quarter, and says what of it should not have been; --write makes docs/quarter.md of it.`;

const { values } = readArguments(process.argv.slice(2), {
  usage,
  options: {
    cases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});
if (!/^\d+$/.test(values.cases) || !/^\d+$/.test(values.seed)) refuse('cases and seed are whole numbers', usage);

let lived: Quarter | undefined;
await consoleOf(async () => {
  lived = await quarter(Number(values.cases), Number(values.seed));
});
const { fullest, ...faults } = await accountOf(lived!);
const report = reportOf(lived!, { fullest, ...faults });
console.log(report);
for (const [what, some] of Object.entries(faults)) for (const one of some.slice(0, 20)) console.log(`${what}: ${one}`);
for (const [day, count] of fullest) console.log(`${count} messages: ${day}`);
if (values.write) writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'quarter.md'), report);
process.exitCode = Object.values(faults).some((some) => some.length > 0) ? 1 : 0;
