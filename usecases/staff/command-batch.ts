import type { Instant } from '../../domain/calendar/day.ts';
import { type StaffCommand, staffActOf } from '../../domain/case/acts.ts';
import type { BATCH_ACTS } from '../../domain/case/commands/batch-acts.ts';
import { differsFromRecord } from '../../domain/case/commands/same-command.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import type { CaseReader } from '../cases/command-case.ts';
import { type CommandByStaffDeps, commandByStaff } from './command-by-staff.ts';

export interface Batch {
  /** The same for every attempt to send it. */
  readonly key: string;
  /** Of the command and its cases. */
  readonly digest: string;
  readonly command: Extract<StaffCommand, { type: keyof typeof BATCH_ACTS }>;
  readonly cases: readonly { readonly id: string; readonly expectedVersion: number }[];
}

/**
 * What became of one case. `changed`: somebody else did something meanwhile, and nothing was done. `unchanged`: it was so
 * already, and nothing was recorded.
 */
export type BatchResult = { readonly id: string } & (
  | { readonly result: 'done' | 'changed'; readonly version: number; readonly unchanged?: true }
  | { readonly result: 'refused'; readonly detail: string }
  | { readonly result: 'unknown' }
);

interface KeptBatch {
  readonly digest: string;
  readonly results: readonly BatchResult[];
}

export interface CommandBatchDeps extends CommandByStaffDeps {
  readonly cases: CommandByStaffDeps['cases'] & Pick<CaseReader, 'events'>;
  readonly batches: {
    find(sub: string, key: string): Promise<KeptBatch | undefined>;
    /** Keeps the first answer under a key, and gives back what is kept. */
    keep(sub: string, key: string, batch: KeptBatch): Promise<KeptBatch>;
  };
}

/**
 * One command for many cases, each by its own rights and on the one path. The same batch again answers the same and does
 * nothing, also where the first attempt was cut short: what it did is known by the record. `reused`: that key is of
 * another batch.
 */
export async function commandBatch(
  batch: Batch,
  staff: Staff,
  now: Instant,
  deps: CommandBatchDeps,
): Promise<readonly BatchResult[] | 'reused'> {
  const { key, digest } = batch;
  const before = await deps.batches.find(staff.sub, key);
  const kept =
    before ?? (await deps.batches.keep(staff.sub, key, { digest, results: await done(batch, staff, now, deps) }));
  return kept.digest === digest ? kept.results : 'reused';
}

async function done({ command, cases }: Batch, staff: Staff, now: Instant, deps: CommandBatchDeps) {
  const results: BatchResult[] = [];
  for (const { id, expectedVersion } of cases) {
    const outcome = await commandByStaff(id, command, expectedVersion, staff, now, deps);
    if (outcome.kind === 'unknown') results.push({ id, result: 'unknown' });
    else if (outcome.kind === 'refused') results.push({ id, result: 'refused', detail: outcome.detail });
    else if (outcome.kind === 'done') results.push({ id, result: 'done', version: outcome.state.version });
    else if (outcome.kind === 'unchanged')
      results.push({ id, result: 'done', version: outcome.state.version, unchanged: true });
    else results.push({ id, ...(await met(id, expectedVersion, outcome.version, command, staff, deps)) });
  }
  return results;
}

/** The case was changed: by an earlier attempt of the same, or by somebody else. */
async function met(
  id: string,
  expected: number,
  version: number,
  command: Batch['command'],
  { sub }: Staff,
  { cases }: CommandBatchDeps,
): Promise<{ readonly result: 'done' | 'changed'; readonly version: number }> {
  const next = (await cases.events(id)).find(({ seq }) => seq === expected + 1);
  const isOwn = next?.actor.kind === 'staff' && next.actor.sub === sub;
  const isSame = isOwn && next?.type === staffActOf(command.type).fact.type && !differsFromRecord(next, command);
  return isSame ? { result: 'done', version: expected + 1 } : { result: 'changed', version };
}
