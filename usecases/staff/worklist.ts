import type { Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/actor.ts';
import { isHiddenFrom } from '../../domain/case/authority.ts';
import type { Case } from '../../domain/case/case.ts';
import { hasPower } from '../../domain/case/rights.ts';
import type { CaseStatus } from '../../domain/case/status.ts';
import { isAbove, type Roster } from '../../domain/organs.ts';
import type { Shown } from './seen.ts';

export interface WorklistQuery {
  readonly organ: string;
  readonly status?: CaseStatus | undefined;
  /** Only ended cases that somebody wants opened again. */
  readonly asksReopening?: boolean | undefined;
  /** Only cases with a deadline before this instant. */
  readonly dueBefore?: Instant | undefined;
  /** Cases that are left out as if they were not there: neither listed, nor counted, nor named by a cursor. */
  readonly isHidden?: ((state: Case) => boolean) | undefined;
  /** Where the page before ended. */
  readonly cursor?: string | undefined;
}

export interface Worklist {
  readonly cases: readonly Case[];
  /** There may be more. */
  readonly cursor?: string | undefined;
}

/** A cursor that was never the end of a page. */
export class NoSuchPage extends Error {
  override readonly name = 'NoSuchPage';
}

export interface WorklistDeps {
  /** Throws NoSuchPage. */
  readonly worklists: { read(query: WorklistQuery): Promise<Worklist> };
  readonly context: Roster;
}

/** The cases led by an organ, soonest deadline first: one's own, or one further down the line. */
export async function showWorklist(
  query: WorklistQuery,
  staff: Staff,
  { worklists, context }: WorklistDeps,
): Promise<Shown<Worklist, 'no-such-page'>> {
  const isAboveIt = isAbove(staff.organ, query.organ, context.organs);
  if (query.organ !== staff.organ && !isAboveIt) return { kind: 'not-yours' };
  if (!hasPower('see', staff.role, [isAboveIt ? 'above' : 'own'])) return { kind: 'not-your-role' };
  // One's own list holds nothing that one may not see.
  const isHidden = query.organ === staff.organ ? undefined : (state: Case) => isHiddenFrom(staff.organ, state, context);
  try {
    return { kind: 'shown', value: await worklists.read({ ...query, isHidden }) };
  } catch (error) {
    if (error instanceof NoSuchPage) return { kind: 'no-such-page' };
    throw error;
  }
}
