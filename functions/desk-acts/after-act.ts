import { STAFF_ACTS, type StaffCommand } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import { ownProperty } from '../../domain/own-property.ts';
import { seeOther, type Visit } from '../shared/desk/desk.ts';
import { alsoIn } from '../shared/desk/paths.ts';
import type { Answer } from '../shared/http/http.ts';

/**
 * Back to the list, which says what was done and names the next case. Of a case that stands in no list that one came
 * from, as by the button of a letter from a level below, back to the case.
 */
export function afterAct({ id, lead }: Case, type: StaffCommand['type'], list: string, visit: Visit): Answer {
  const told = alsoIn(list, 'done', visit.tell(`${type}.${id}`));
  const isInList = list !== '' || lead === visit.staff.organ;
  return seeOther(isInList ? `/desk/next${told}` : `/desk/cases/${id}${told}`);
}

/** After files were added one stays with the case: at the form that waits for them, or at its page. */
export function afterAttaching(
  caseId: string,
  list: string,
  { forAct, added }: { readonly forAct: string | undefined; readonly added: number },
  { tell }: Visit,
): Answer {
  if (ownProperty(STAFF_ACTS, forAct ?? ''))
    return seeOther(`/desk/cases/${caseId}/acts/${forAct}${alsoIn(list, 'added', String(added))}`);
  return seeOther(`/desk/cases/${caseId}${alsoIn(list, 'done', tell(`attach.${caseId}`))}`);
}
