import { classify } from '../domain/classification/classify.ts';
import { assign } from '../domain/routing/route-complaint.ts';
import { evaluateCompetence } from './evaluation/competence.ts';
import { evaluateDepartments } from './evaluation/departments.ts';
import { evaluateRepeats } from './evaluation/repeats.ts';
import { evaluateTypes } from './evaluation/types.ts';
import { fileArgument, type Row, readRowsAndPairs, textOf } from './lines.ts';
import { loadRepeatRules, loadRules } from './rules.ts';

const { rules, matters } = loadRules();
const table = { province: '000000', catchAll: '', rules: [], matters };
const { rows, pairs } = readRowsAndPairs(fileArgument('evaluate'));
const classifyRow = (row: Row) => classify(textOf(row), rules);
const assignRow = (row: Row) => assign({ classification: classifyRow(row), channel: 'web' }, table);

const report = [
  ...evaluateTypes(rows, classifyRow),
  ...evaluateCompetence(rows, classifyRow),
  ...evaluateDepartments(rows, assignRow),
  ...evaluateRepeats(rows, pairs, loadRepeatRules()),
];
console.log(
  report.length > 0 ? report.join('\n') : 'no row has labels_norm, label, department or event_id: nothing to measure',
);
