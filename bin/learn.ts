import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readArguments, refuse } from './arguments.ts';
import { type Row, readRows } from './data-rows.ts';
import { learn } from './learning/learn.ts';
import { loadRepeatRules, loadRules } from './rules.ts';
import { today } from './today.ts';

const USAGE = `usage: npm run learn -- [--held-out FILE.jsonl] --source TEXT --out config/model.json FILE.jsonl …
Learns from lines with emergency, environmental, aboutHandling or labels_norm, as npm run export-labels writes them;
half of them, by their ids, are held out unless files are, each named by --held-out. A province's own weights are config/models/<province>.json.`;

const { values, positionals } = readArguments(process.argv.slice(2), {
  usage: USAGE,
  options: { 'held-out': { type: 'string', multiple: true }, source: { type: 'string' }, out: { type: 'string' } },
  positionals: [1, 100],
});
const { source, out, 'held-out': heldOut } = values;
if (!source || !out) refuse('where the texts come from and a file to write are needed', USAGE);

const isHeldOut = ({ id }: Row): boolean => createHash('sha256').update(id).digest()[0]! % 2 === 1;
const rows = positionals.flatMap(readRows);
const split = heldOut
  ? { fitted: rows, heldOut: heldOut.flatMap(readRows) }
  : { fitted: rows.filter((row) => !isHeldOut(row)), heldOut: rows.filter(isHeldOut) };

const { model, report } = learn(split, { rules: loadRules().rules, repeats: loadRepeatRules() });
console.log(report.join('\n'));
writeFileSync(out, `${JSON.stringify({ version: today(), source, ...model }, null, 2)}\n`);
console.log(`written: ${out}`);
