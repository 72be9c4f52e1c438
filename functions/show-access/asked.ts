import type { Visit } from '../shared/desk/desk.ts';
import { Refusal } from '../shared/problem.ts';

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** What follows is for auditors alone. */
export function mustAudit({ staff }: Visit): void {
  if (staff.role !== 'auditor') throw new Refusal('not-your-role');
}
