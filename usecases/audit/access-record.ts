import type { Access } from '../../domain/audit/access.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { isAbove, provinceTop, type Roster } from '../../domain/organs.ts';

export interface AccessRecord {
  /** Adds one; nothing that is there is changed. */
  put(access: Access): Promise<void>;
}

/** Of one person, or of one case. */
export type AccessOf = { readonly sub: string } | { readonly caseId: string };

/** A place in the record: later entries have later places. */
export type Place = string;

export const placeOf = ({ at, traceId }: Pick<Access, 'at' | 'traceId'>): Place => `${at}#${traceId}`;

export interface AccessReader {
  /** Those from `from` on and before `before`, the latest first. */
  of(whose: AccessOf, from: Place, before: Place): AsyncIterable<Access>;
}

export interface AccessAsked {
  readonly whose: AccessOf;
  readonly from: Instant;
  readonly until: Instant;
  readonly cursor?: Place | undefined;
}

export interface AccessPage {
  readonly entries: readonly Access[];
  /** There are more: ask again with it. */
  readonly cursor?: Place | undefined;
}

const PER_PAGE = 100;

/**
 * 查阅记录, for an auditor: of the people of their own organ and of those below; at the top of the province, of all. Every
 * page but the last is full.
 */
export async function readAccess(
  { whose, from, until, cursor = until }: AccessAsked,
  staff: Staff,
  { access, context }: { readonly access: AccessReader; readonly context: Roster },
): Promise<AccessPage> {
  const isTheirs = (organ: string) =>
    organ === staff.organ || staff.organ === provinceTop(context) || isAbove(staff.organ, organ, context.organs);
  const entries: Access[] = [];
  for await (const entry of access.of(whose, from, cursor)) {
    if (!isTheirs(entry.organ)) continue;
    if (entries.length === PER_PAGE) return { entries, cursor: placeOf(entries.at(-1)!) };
    entries.push(entry);
  }
  return { entries };
}
