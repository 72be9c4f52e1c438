import { parseArgs } from 'node:util';
import { tryWay } from './try-way.ts';
import { WAYS, wayNamed } from './ways-in.ts';

const { values } = parseArgs({
  options: {
    /** In all, shared evenly among the ways. */
    inputs: { type: 'string', default: '10000' },
    way: { type: 'string', multiple: true, default: WAYS.map(({ name }) => name) },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});

const names = values.way.map((name) => wayNamed(name).name);
const each = Math.ceil(Number(values.inputs) / names.length);
const seed = Number(values.seed);
console.log(`${names.length} ways in, ${each} inputs each, seed ${seed}`);

let broken = 0;
for (const name of names) {
  const start = performance.now();
  const verdict = await tryWay(name, each, seed);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${verdict.broken ? 'BROKEN' : 'ok'}  ${name}: ${verdict.inputs} inputs in ${seconds} s, slowest ${verdict.slowestMs} ms`,
  );
  if (verdict.broken) console.log(verdict.broken);
  broken += verdict.broken ? 1 : 0;
}
console.log(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`);
process.exitCode = broken > 0 ? 1 : 0;
