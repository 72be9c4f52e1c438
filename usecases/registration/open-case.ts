import type { Instant } from '../../domain/calendar/day.ts';
import type { Context } from '../../domain/case/decide.ts';
import { bucketsOf } from '../../domain/repeats/buckets.ts';
import { sketchOf } from '../../domain/repeats/sketch.ts';
import { commandCase } from '../cases/command-case.ts';
import { findRepeats } from './find-repeats.ts';
import type { AnonymousComplaint, RegisterComplaintDeps } from './register-complaint.ts';

/**
 * Opens the case of a complaint, classified, routed and linked to the earlier cases that it seems to belong to, its clocks running from the
 * receipt; then files it for those that come later. Done before, it changes nothing, but completes a filing that was cut short. What was sent after
 * a complaint that there is not says so by its flag.
 */
export async function openCase(
  complaint: AnonymousComplaint,
  now: Instant,
  deps: RegisterComplaintDeps,
): Promise<'registered' | 'already'> {
  const { receipt, receivedAt } = complaint;
  const analysis = analysed(complaint, deps);
  const sketch = sketchOf({ ...complaint, place: analysis.place }, deps.repeats.rules, await deps.repeats.hashKey());
  const repeats = await findRepeats(complaint, sketch, deps);
  const registration = {
    complaint: flagged(complaint),
    ...analysis,
    repeats: repeats.length > 0 ? repeats : undefined,
  };
  const context: Context = { ...deps.context, now, actor: { kind: 'system' } };
  const outcome = await commandCase(receipt, { type: 'register', registration }, context, deps.cases);
  await deps.repeats.file(bucketsOf(sketch), { caseId: receipt, receivedAt, sketch });
  return outcome.kind === 'done' ? 'registered' : 'already';
}

/** What stands below a letter is read as well where the letter itself does not say what it is about. */
function analysed(complaint: AnonymousComplaint, { analyse }: Pick<RegisterComplaintDeps, 'analyse'>) {
  const { text, quoted } = complaint;
  const own = analyse(complaint);
  const isUnclear = quoted !== undefined && own.classification.matter === 'unknown';
  return isUnclear ? analyse({ ...complaint, text: `${text}\n\n${quoted}` }) : own;
}

function flagged(complaint: AnonymousComplaint): AnonymousComplaint {
  return complaint.follows ? { ...complaint, flags: [...complaint.flags, 'follows-unknown'] } : complaint;
}
