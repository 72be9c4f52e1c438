import type { StaffCommand } from '../../domain/case/acts.ts';
import { seeOther } from '../shared/desk/desk.ts';
import type { Answer } from '../shared/http.ts';

/** Back to the list, which says what was done and names the next case. */
export function afterAct(caseId: string, type: StaffCommand['type'], list: string): Answer {
  const query = new URLSearchParams(list);
  query.set('done', `${type}.${caseId}`);
  return seeOther(`/desk/next?${query}`);
}
