import type { Instant } from '../../domain/calendar/day.ts';
import { isOpen } from '../../domain/case/case.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import type { Person } from '../../domain/case/people/officers.ts';
import { officerAt } from '../../domain/case/people/officers.ts';
import { ASKED, ENDED } from '../../domain/lists/listing.ts';
import { type CaseStore, commandCase } from '../cases/command-case.ts';
import { bookmarkIn, cursorOf } from './list-cursor.ts';
import { type Entry, type KeptLists, walkLists } from './walk-lists.ts';

export interface HandOverAllDeps {
  readonly cases: CaseStore;
  readonly lists: KeptLists;
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

/** So many take some seconds. */
const PART = 50;

/**
 * 移交 of all that a person is responsible for at the asker's organ, where that leads or assists: a page of its cases
 * that are open or owe something yet, case by case, each by the rights and on the one path as if it were asked for
 * alone. Given again, it does what is left.
 */
export async function handOverAll(
  { from, to, reason, cursor }: HandOverAll,
  staff: Staff,
  now: Instant,
  { cases, lists, context }: HandOverAllDeps,
): Promise<HandedOver | { readonly kind: 'no-such-page' }> {
  const query = ['hand-over', staff.organ, from];
  const bookmark = cursor === undefined ? { after: ASKED } : bookmarkIn(cursor, query);
  if (!bookmark) return { kind: 'no-such-page' };
  const found = await casesOf(from, bookmark.after, staff, lists);
  const done: string[] = [];
  const refused: { caseId: string; detail: string }[] = [];
  for (const { row } of found.entries) {
    const state = await cases.load(row.id);
    if (!state || officerAt(state, staff.organ)?.sub !== from) continue;
    const command = { type: 'hand-over', from, to, reason } as const;
    const outcome = await commandCase(row.id, command, { ...context, now, actor: staff }, cases);
    if (outcome.kind === 'done') done.push(row.id);
    if (outcome.kind === 'refused') refused.push({ caseId: row.id, detail: outcome.detail });
  }
  return { kind: 'handed-over', done, refused, cursor: found.end && cursorOf({ after: found.end, now }, query) };
}

/**
 * A part of the cases that are open or owe something yet, which the organ leads or assists and that person is
 * responsible for; `end` where there may be more.
 */
async function casesOf(
  sub: string,
  after: string,
  { organ }: Staff,
  lists: KeptLists,
): Promise<{ readonly entries: readonly Entry[]; readonly end?: string | undefined }> {
  const isTheirs = ({ row }: Entry) => (isOpen(row) || row.dueAt !== undefined) && row.officers.includes(sub);
  const both = [{ kind: 'led', organ } as const, { kind: 'assisting', organ } as const];
  const goesOn = (kept: number) => kept <= PART;
  const { entries } = await walkLists(both, [after, ENDED], isTheirs, goesOn, lists);
  return { entries: entries.slice(0, PART), end: entries.length > PART ? entries[PART - 1]!.at : undefined };
}
