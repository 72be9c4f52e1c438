import { readArguments, refuse } from '../../bin/arguments.ts';
import { tryWays, type Verdict } from './try-ways.ts';
import { WAYS } from './ways-in.ts';

const usage = `usage: npm run fuzz -- [--inputs 10000] [--seed N] [--way NAME …]
Throws so many inputs, in all, at the ways in: ${WAYS.map(({ name }) => name).join(' | ')}`;

const { values } = readArguments(process.argv.slice(2), {
  usage,
  options: {
    /** In all, shared evenly among the ways. */
    inputs: { type: 'string', default: '10000' },
    way: { type: 'string', multiple: true, default: WAYS.map(({ name }) => name) },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});

if (!/^\d+$/.test(values.inputs) || !/^\d+$/.test(values.seed)) refuse('inputs and seed are whole numbers', usage);
const unknown = values.way.find((name) => !WAYS.some((way) => way.name === name));
if (unknown !== undefined) refuse(`no way in is called ${unknown}`, usage);
const names = values.way;
const [each, seed] = [Math.ceil(Number(values.inputs) / names.length), Number(values.seed)];
console.log(`${names.length} ways in, ${each} inputs each, seed ${seed}`);

function tell({ name, inputs, seconds, slowestMs, broken }: Verdict): void {
  console.log(
    `${broken ? 'BROKEN' : 'ok'}  ${name}: ${inputs} inputs in ${seconds.toFixed(1)} s, slowest ${slowestMs} ms`,
  );
  if (broken) console.log(broken);
}

// One after the other and each by itself, so that one that hangs keeps no other from being tried.
let broken = 0;
for (const name of names)
  broken += (await tryWays([name], each, seed, tell)).filter((verdict) => verdict.broken).length;
console.log(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`);
process.exitCode = broken > 0 ? 1 : 0;
