import { classify } from '../domain/classification/classify.ts';
import { assign } from '../domain/routing/route-complaint.ts';
import { readArguments } from './arguments.ts';
import { type Row, readRowsAndPairs, textOf } from './data-rows.ts';
import { evaluateCompetence } from './evaluation/competence.ts';
import { evaluateDepartments } from './evaluation/departments.ts';
import { readReasons } from './evaluation/reasons.ts';
import { evaluateRepeats } from './evaluation/repeats.ts';
import { evaluateTypes } from './evaluation/types.ts';
import { loadRepeatRules, loadRules } from './rules.ts';

const { values, positionals } = readArguments(process.argv.slice(2), {
  usage: `usage: npm run evaluate -- [--reasons REASONS.jsonl] FILE.jsonl
Lines with labels_norm, label, department or event_id; says how far the suggestions can be trusted. Reasons are lines
with id and reason (misread, by-law, habit): what a person with the law at hand says of each error.`,
  options: { reasons: { type: 'string' } },
  positionals: [1, 1],
});
const [file = ''] = positionals;
const { rules, matters } = loadRules();
const table = { province: '000000', catchAll: '', rules: [], matters };
const reasons = values.reasons ? readReasons(values.reasons) : undefined;
const { rows, pairs } = readRowsAndPairs(file);
const classifyRow = (row: Row) => classify(textOf(row), rules);
const assignRow = (row: Row) => assign({ classification: classifyRow(row), channel: 'web' }, table);

const report = [
  ...evaluateTypes(rows, classifyRow),
  ...evaluateCompetence(rows, classifyRow, reasons),
  ...evaluateDepartments(rows, assignRow),
  ...evaluateRepeats(rows, pairs, loadRepeatRules()),
];
if (report.length > 0) console.log(report.join('\n'));
else {
  console.error('no row has labels_norm, label, department or event_id: nothing to measure');
  process.exitCode = 1;
}
