import type { Instant } from '../domain/calendar/day.ts';
import type { Registration } from '../domain/case/commands.ts';
import type { Context } from '../domain/case/decide.ts';
import type { Complaint } from '../domain/complaint.ts';
import { type CaseStore, commandCase } from './command-case.ts';

/** A complaint as far as registering it needs: all but who sent it. */
export type AnonymousComplaint = Omit<Complaint, 'contact' | 'sourceId' | 'original'>;

export interface RegisterComplaintDeps {
  readonly complaints: {
    /** Undefined when there is no such complaint. */
    readComplaint(receipt: string): Promise<AnonymousComplaint | undefined>;
  };
  /** What the complaint is about, where, and whose it is. Pure, and never without a route: the catch-all takes the rest. */
  readonly analyse: (complaint: AnonymousComplaint) => Omit<Registration, 'complaint'>;
  readonly cases: CaseStore;
  readonly context: Omit<Context, 'now' | 'actor'>;
}

/** Opens the case of a complaint, classified and routed, its clocks running from the receipt. Done before, it changes nothing. */
export async function registerComplaint(
  receipt: string,
  now: Instant,
  deps: RegisterComplaintDeps,
): Promise<'registered' | 'already' | 'unknown'> {
  const complaint = await deps.complaints.readComplaint(receipt);
  if (!complaint) return 'unknown';
  const registration = { complaint, ...deps.analyse(complaint) };
  const context: Context = { ...deps.context, now, actor: { kind: 'system' } };
  const outcome = await commandCase(receipt, { type: 'register', registration }, context, deps.cases);
  return outcome.kind === 'done' ? 'registered' : 'already';
}
