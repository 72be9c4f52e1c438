import type { Registration } from '../../domain/case/acts/register.ts';
import { onOccasion } from '../../domain/classification/occasions.ts';
import { registration } from '../support/cases.ts';
import { KEY_PERIOD } from './key-period.ts';
import { ORGANS } from './people.ts';
import type { Plan } from './work.ts';

/** What the complaint was found to be: about a building site, and whose. */
export function registrationOf({ at, caseId, lead, urgency, isInspection }: Plan): Registration {
  const inspection = isInspection ? { inspection: { batch: '1', item: caseId } } : {};
  const usual = registration(at, { receipt: caseId, ...inspection });
  return {
    ...usual,
    classification: onOccasion({ ...usual.classification, urgency }, at, [KEY_PERIOD]),
    place: { division: ORGANS.get(lead)!.division, name: `青禾省${lead}` },
    route: { ...usual.route, lead },
  };
}
