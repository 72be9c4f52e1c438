import type { Assignment } from '../../domain/routing/route-complaint.ts';
import type { Row } from '../data-rows.ts';
import { shareOf } from './scores.ts';

/** How the departments sign their answers; one answer may be of several. */
const SIGNATURES: Readonly<Record<string, RegExp>> = {
  ecology: /环保|环境保护|生态环境|环境执法|环境运输/,
  'urban-management': /城管|城市管理|综合执法|行政执法|市容|环卫/,
  'public-security': /公安|派出所|交警/,
  'housing-construction': /住建|住房|建设局|城建|排水/,
  agriculture: /农业|畜牧|农牧|渔业/,
  water: /水利|水务|河长/,
  forestry: /林业|林草/,
  'natural-resources': /自然资源|国土/,
  'market-regulation': /市场监管|市场监督|工商|食药/,
};

interface Answer {
  readonly id: string;
  readonly department: string;
  readonly answering: readonly string[];
  readonly assignment: Assignment | undefined;
}

/** How often the department that answered a letter is among those the rules name. */
export function evaluateDepartments(rows: readonly Row[], assignRow: (row: Row) => Assignment | undefined): string[] {
  const answers: Answer[] = rows.flatMap((row) =>
    row.department
      ? [{ id: row.id, department: row.department, answering: signersOf(row.department), assignment: assignRow(row) }]
      : [],
  );
  if (answers.length === 0) return [];
  const known = answers.filter(({ answering }) => answering.length > 0);
  const asLead = known.filter(({ answering, assignment }) => assignment && answering.includes(assignment.lead));
  const either = known.filter(involved);
  return [
    `answering department: ${answers.length} letters, ${known.length} answered by a department that the rules know`,
    `  lead: ${shareOf(asLead.length, known.length).toFixed(3)}`,
    `  lead or assisting: ${shareOf(either.length, known.length).toFixed(3)}; of all letters ${shareOf(either.length, answers.length).toFixed(3)}`,
    ...known.filter((answer) => !involved(answer)).map(lineFor),
    ...answers.filter(({ answering }) => answering.length === 0).map(lineFor),
  ];
}

function signersOf(department: string): string[] {
  return Object.entries(SIGNATURES).flatMap(([code, signature]) => (signature.test(department) ? [code] : []));
}

function involved({ answering, assignment }: Answer): boolean {
  return (
    assignment !== undefined && answering.some((code) => [assignment.lead, ...assignment.assisting].includes(code))
  );
}

function lineFor({ id, department, assignment }: Answer): string {
  const named = assignment ? [assignment.lead, ...assignment.assisting].join(', ') : 'none';
  return `  ${id}: answered by ${department}, rules name ${named} (${assignment?.rule ?? 'no rule'})`;
}
