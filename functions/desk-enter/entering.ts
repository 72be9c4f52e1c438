import { isMaterialOf } from '../../domain/case/handling/materials.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { ENTERING } from '../../domain/case/rights/rights.ts';
import type { Visit } from '../shared/desk/desk.ts';
import { Refusal } from '../shared/http/problem.ts';

export function mustEnter({ staff }: Visit): void {
  if (!ENTERING.some((role) => role === staff.role)) throw new Refusal('not-your-role');
}

/** Beside the materials of cases lie the scans of whoever enters, before there is a case: each person's apart. */
export const placeOf = ({ sub }: Staff, sha256: (text: string) => string): string =>
  `entered-${sha256(sub).slice(0, 32)}`;

/** Whether that person was offered the place of that file: nobody names what others sent. */
export const isScanOf = (staff: Staff, key: string, sha256: (text: string) => string): boolean =>
  isMaterialOf(placeOf(staff, sha256), key) && key.length <= 200;
