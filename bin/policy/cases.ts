import type { Case } from '../../domain/case/case.ts';
import { CaseSchema } from '../../domain/case/case-schema.ts';
import { jsonOf, linesOf } from '../data-rows.ts';

/**
 * Cases as `npm run policy -- export` writes them. A bad line is told on stderr by its number and the field, and ends
 * the process with 2: a comparison of only some cases would mislead.
 */
export const readCases = (file: string): Case[] => linesOf(file).map(([line, number]) => caseIn(line, number));

function caseIn(line: string, number: number): Case {
  const { data, error } = CaseSchema.safeParse(jsonOf(line));
  if (!error) return data;
  console.error(`line ${number}: no case: ${error.issues[0]!.path.join('.') || 'not JSON'}`);
  return process.exit(2);
}
