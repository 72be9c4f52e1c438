import type { Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/actor.ts';
import { isOpen } from '../../domain/case/case.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import type { Person } from '../../domain/case/officer.ts';
import { officerAt } from '../../domain/case/officers.ts';
import { type CaseStore, commandCase } from '../cases/command-case.ts';
import { NoSuchPage, type WorklistDeps } from './worklist.ts';

export interface HandOverAllDeps {
  readonly cases: CaseStore;
  readonly worklists: WorklistDeps['worklists'];
  readonly context: CaseRules;
}

export interface HandOverAll {
  /** Whose cases. */
  readonly from: string;
  readonly to: Person;
  readonly reason: string;
  /** Where the part before ended. */
  readonly cursor?: string | undefined;
}

export interface HandedOver {
  readonly kind: 'handed-over';
  /** Cases that are the other's now. */
  readonly done: readonly string[];
  /** Cases that are not, and why. */
  readonly refused: readonly { readonly caseId: string; readonly detail: string }[];
  /** There are more: the same request with it goes on. */
  readonly cursor?: string | undefined;
}

const END_OF_TIME = '9999-12-31T00:00:00.000Z';

/**
 * 移交 of all that a person is responsible for at the asker's organ, where that leads: a page of its open cases, case by
 * case, each by the rights and on the one path as if it were asked for alone. Given again, it does what is left.
 */
export async function handOverAll(
  { from, to, reason, cursor }: HandOverAll,
  staff: Staff,
  now: Instant,
  { cases, worklists, context }: HandOverAllDeps,
): Promise<HandedOver | { readonly kind: 'no-such-page' }> {
  const page = await worklists.read({ organ: staff.organ, dueBefore: END_OF_TIME, cursor }).catch(isNoPage);
  if (!page) return { kind: 'no-such-page' };
  const theirs = page.cases.filter((state) => isOpen(state) && officerAt(state, staff.organ)?.sub === from);
  const done: string[] = [];
  const refused: { caseId: string; detail: string }[] = [];
  for (const { id } of theirs) {
    const outcome = await commandCase(
      id,
      { type: 'hand-over', from, to, reason },
      { ...context, now, actor: staff },
      cases,
    );
    if (outcome.kind === 'done') done.push(id);
    if (outcome.kind === 'refused') refused.push({ caseId: id, detail: outcome.detail });
  }
  return { kind: 'handed-over', done, refused, cursor: page.cursor };
}

function isNoPage(error: unknown): undefined {
  if (!(error instanceof NoSuchPage)) throw error;
}
