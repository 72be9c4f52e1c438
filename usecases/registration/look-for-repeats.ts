import type { Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { maySee } from '../../domain/case/rights/authority.ts';
import type { Submission } from '../../domain/complaint.ts';
import type { Roster } from '../../domain/organs.ts';
import type { Repeat } from '../../domain/repeats/repeat.ts';
import { sketchOf } from '../../domain/repeats/sketch.ts';
import { type FindRepeatsDeps, findRepeats } from './find-repeats.ts';
import type { OpenCaseDeps } from './open-case.ts';

export interface LookForRepeatsDeps extends FindRepeatsDeps, Pick<OpenCaseDeps, 'analyse'> {
  readonly context: Roster;
}

/** The earlier cases that a complaint seems to belong to which is not yet taken; only those that who asks may see. */
export async function lookForRepeats(
  submission: Submission,
  staff: Staff,
  now: Instant,
  deps: LookForRepeatsDeps,
): Promise<readonly Repeat[]> {
  const { contact: _, original: __, sourceId: ___, ...words } = submission;
  const complaint = { ...words, receipt: '', receivedAt: now };
  const { place } = deps.analyse(complaint, now);
  const sketch = sketchOf({ ...complaint, place }, deps.repeats.rules, await deps.repeats.hashKey());
  const found = await findRepeats(complaint, sketch, deps);
  const states = await Promise.all(found.map(({ caseId }) => deps.cases.load(caseId)));
  return found.filter((_one, index) => {
    const state = states[index];
    return state !== undefined && maySee(state, staff, deps.context);
  });
}
