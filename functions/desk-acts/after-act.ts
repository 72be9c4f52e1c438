import { STAFF_ACTS, type StaffCommand } from '../../domain/case/acts.ts';
import { own } from '../../domain/own.ts';
import { seeOther, type Visit } from '../shared/desk/desk.ts';
import type { Answer } from '../shared/http.ts';

/** Back to the list, which says what was done and names the next case. */
export function afterAct(caseId: string, type: StaffCommand['type'], list: string, { tell }: Visit): Answer {
  const query = new URLSearchParams(list);
  query.set('done', tell(`${type}.${caseId}`));
  return seeOther(`/desk/next?${query}`);
}

/** After files were added one stays with the case: at the form that waits for them, or at its page. */
export function afterAttaching(
  caseId: string,
  list: string,
  { forAct, added }: { readonly forAct: string | undefined; readonly added: number },
  { tell }: Visit,
): Answer {
  const query = new URLSearchParams(list);
  if (own(STAFF_ACTS, forAct ?? '')) {
    query.set('added', String(added));
    return seeOther(`/desk/cases/${caseId}/acts/${forAct}?${query}`);
  }
  query.set('done', tell(`attach.${caseId}`));
  return seeOther(`/desk/cases/${caseId}?${query}`);
}
