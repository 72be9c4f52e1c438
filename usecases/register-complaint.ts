import type { Instant } from '../domain/calendar/day.ts';
import type { Registration } from '../domain/case/commands.ts';
import type { Context } from '../domain/case/decide.ts';
import type { Complaint } from '../domain/complaint.ts';
import { bucketsOf } from '../domain/repeats/buckets.ts';
import { sketchOf } from '../domain/repeats/sketch.ts';
import { type CaseStore, commandCase } from './command-case.ts';
import { findRepeats, type RepeatDeps } from './find-repeats.ts';

/** A complaint as far as registering it needs: all but who sent it. */
export type AnonymousComplaint = Omit<Complaint, 'contact' | 'sourceId' | 'original'>;

export interface RegisterComplaintDeps {
  readonly complaints: {
    /** Undefined when there is no such complaint. */
    readComplaint(receipt: string): Promise<AnonymousComplaint | undefined>;
  };
  /** What the complaint is about, where, and whose it is. Pure, and never without a route: the catch-all takes the rest. */
  readonly analyse: (complaint: AnonymousComplaint) => Omit<Registration, 'complaint' | 'repeats'>;
  readonly repeats: RepeatDeps;
  readonly cases: CaseStore;
  readonly context: Omit<Context, 'now' | 'actor'>;
}

/**
 * Opens the case of a complaint, classified, routed and linked to the earlier cases that it seems to belong to, its clocks running from the
 * receipt; then files it for those that come later. Done before, it changes nothing, but completes a filing that was cut short.
 */
export async function registerComplaint(
  receipt: string,
  now: Instant,
  deps: RegisterComplaintDeps,
): Promise<'registered' | 'already' | 'unknown'> {
  const complaint = await deps.complaints.readComplaint(receipt);
  if (!complaint) return 'unknown';
  const analysis = deps.analyse(complaint);
  const sketch = sketchOf({ ...complaint, place: analysis.place }, deps.repeats.rules, await deps.repeats.hashKey());
  const repeats = await findRepeats(complaint, sketch, deps);
  const registration = { complaint, ...analysis, repeats: repeats.length > 0 ? repeats : undefined };
  const context: Context = { ...deps.context, now, actor: { kind: 'system' } };
  const outcome = await commandCase(receipt, { type: 'register', registration }, context, deps.cases);
  await deps.repeats.file(bucketsOf(sketch), { caseId: receipt, receivedAt: complaint.receivedAt, sketch });
  return outcome.kind === 'done' ? 'registered' : 'already';
}
