import { type Day, dayOf, type Instant } from '../../domain/calendar/day.ts';
import { namedBy, type StaffCommand, uploadsOf } from '../../domain/case/acts.ts';
import type { CaseRules } from '../../domain/case/context.ts';
import { isMaterialOf } from '../../domain/case/handling/materials.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import { hasPower } from '../../domain/case/rights/rights.ts';
import type { Matters } from '../../domain/matter.ts';
import { type CaseStore, commandCase, type Outcome } from '../cases/command-case.ts';

export interface CommandByStaffDeps {
  readonly cases: CaseStore;
  readonly context: CaseRules;
  /** Whose business each matter is by the law of that day. */
  readonly mattersOn: (day: Day) => Matters;
  /** Only where files may be named; elsewhere none counts as kept. */
  readonly keptFiles?: KeptFiles | undefined;
}

interface KeptFiles {
  /** Undefined when there is no such file. */
  mediaTypeOf(key: string): Promise<string | undefined>;
}

/**
 * What a member of staff asks of a case, on the version they saw. A role that may look at nothing does not learn whether
 * there is one.
 */
export async function commandByStaff(
  caseId: string,
  command: StaffCommand,
  expectedVersion: number,
  staff: Staff,
  now: Instant,
  { cases, context, mattersOn, keptFiles }: CommandByStaffDeps,
): Promise<Outcome> {
  if (!hasPower('see', staff.role, ['own']))
    return { kind: 'refused', reason: 'not-your-role', detail: '您的岗位不能查阅信访事项' };
  const matters = mattersOn(dayOf(now));
  const id = namedBy(command);
  const namedCase = id === undefined ? undefined : await cases.load(id);
  const kept = await keptOf(
    uploadsOf(command).filter((key) => isMaterialOf(caseId, key)),
    keptFiles,
  );
  return await commandCase(
    caseId,
    command,
    { ...context, matters, now, actor: staff, namedCase, kept },
    cases,
    expectedVersion,
  );
}

async function keptOf(keys: readonly string[], files?: KeptFiles): Promise<ReadonlyMap<string, string>> {
  if (!files) return new Map();
  const found = await Promise.all(keys.map(async (key) => [key, await files.mediaTypeOf(key)] as const));
  return new Map(found.flatMap(([key, mediaType]) => (mediaType === undefined ? [] : [[key, mediaType]])));
}
