import type { Day, Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { inOrder, type KeptReception, type Reception } from '../../domain/desk/reception.ts';
import { type VisibleCaseDeps, visibleCase } from '../staff/visible-case.ts';

/** 领导接访日: one of an organ and a day. */
export interface Receptions {
  find(organ: string, day: Day): Promise<KeptReception | undefined>;
  /** In place of the version before; false if that was replaced meanwhile. */
  put(organ: string, day: Day, reception: KeptReception): Promise<boolean>;
}

export interface ReceptionDeps extends VisibleCaseDeps {
  readonly receptions: Receptions;
}

export type Arranged =
  | { readonly kind: 'arranged' }
  /** Those appointments, from 0, are of cases that they may not see, or of none. */
  | { readonly kind: 'not-theirs'; readonly appointments: readonly number[] }
  /** Somebody changed it since that version. */
  | { readonly kind: 'stale'; readonly by: KeptReception };

/** Arranges a day of the organ of `staff` anew. `version`: what they had before them, 0 where there was nothing. */
export async function arrangeReception(
  day: Day,
  reception: Reception,
  version: number,
  staff: Staff,
  now: Instant,
  deps: ReceptionDeps,
): Promise<Arranged> {
  const shown = await Promise.all(reception.appointments.map(({ caseId }) => visibleCase(caseId, staff, deps)));
  const strange = shown.flatMap(({ kind }, index) => (kind === 'shown' ? [] : [index]));
  if (strange.length > 0) return { kind: 'not-theirs', appointments: strange };
  const kept = { ...inOrder(reception), version: version + 1, changedBy: staff.name, changedAt: now };
  if (await deps.receptions.put(staff.organ, day, kept)) return { kind: 'arranged' };
  return { kind: 'stale', by: (await deps.receptions.find(staff.organ, day))! };
}
