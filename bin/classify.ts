import { classify } from '../domain/classification/classify.ts';
import { officialTypes } from '../domain/classification/official-types.ts';
import { assign } from '../domain/routing/route-complaint.ts';
import { fileArgument, type Row, readRows } from './data-rows.ts';
import { loadRules } from './rules.ts';

const file = fileArgument(
  'classify',
  'Lines {"id", "text", "title"?} in, the same number of lines with types, matter and department out.',
);
// Departments by national law alone: a file may come from any province, so no province's own table applies.
const { rules, matters } = loadRules();
const table = { province: '000000', catchAll: '', rules: [], matters };

function answerFor(row: Row): object {
  const classification = classify(row.text, rules, row.title ?? '');
  const assignment = assign({ classification, channel: 'web' }, table);
  const nameOf = (department: string): string => matters.departments[department] ?? department;
  return {
    id: row.id,
    ...classification,
    official: Object.fromEntries(
      Object.entries(rules.taxonomy.lists).map(([code, list]) => [
        code,
        officialTypes(classification, list, rules.taxonomy),
      ]),
    ),
    ...(assignment && { department: nameOf(assignment.lead), assisting: assignment.assisting.map(nameOf) }),
    trace: [...classification.trace, ...(assignment?.trace ?? [])],
  };
}

for (const row of readRows(file)) console.log(JSON.stringify(answerFor(row)));
