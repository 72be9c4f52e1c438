import type { Visit } from '../shared/desk/desk.ts';
import { Refusal } from '../shared/http/problem.ts';

/** What follows is for auditors alone. */
export function mustAudit({ staff }: Visit): void {
  if (staff.role !== 'auditor') throw new Refusal('not-your-role');
}
