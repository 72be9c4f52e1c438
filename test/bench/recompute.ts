import { dynamoCaseStore } from '../../adapters/dynamodb/cases/case-store.ts';
import { dynamoCaseIds } from '../../adapters/dynamodb/cases/lists.ts';
import { AS_WRITTEN } from '../../domain/ids-of-today.ts';
import { ENDED } from '../../domain/lists/listing.ts';
import { driveRecompute, type PartDone, partsOf } from '../../usecases/operations/drive-recompute.ts';
import { recomputeDeadlines } from '../../usecases/operations/recompute-deadlines.ts';
import { rules } from '../support/world.ts';
import { amongOpenCases, FEW } from './filled-tables.ts';
import { NOW } from './open-cases.ts';
import type { Row } from './row.ts';
import type { BenchTables } from './tables.ts';

const CASES = 50_000;
const AT_ONCE = 4;

/** A dry run of all open cases, broken off after half of its parts, and taken up again by what was put down. */
export async function measureRecompute(assembly: string): Promise<Row[]> {
  const { few, many } = await amongOpenCases(CASES, assembly, recomputed);
  return [
    {
      what: `recompute of ${CASES} open cases, dry run, ${many.parts} parts, ${AT_ONCE} at once`,
      measured: `${many.seconds.toFixed(0)} s, ${many.perCase.toFixed(2)} read units a case; ${many.again} parts after half were done`,
      baseline: `${few.seconds.toFixed(0)} s, ${few.perCase.toFixed(2)} read units a case among ${FEW}`,
      ratio: many.perCase / few.perCase,
      budget: 'every case once, whatever interrupts it',
      met: many.cases === CASES && many.again === many.parts - Math.floor(many.parts / 2),
    },
  ];
}

async function recomputed({ client, cases, costs }: BenchTables) {
  const [context, store] = [rules(), dynamoCaseStore(client, cases, AS_WRITTEN)];
  const openCases = dynamoCaseIds(client, cases, context, ENDED);
  const ids = await Array.fromAsync(openCases());
  const parts = partsOf(ids);
  const failure = (_: unknown, error: unknown): never => {
    throw error;
  };
  const deps = { cases: store, openCases, context, onFailure: failure };
  const run = async (skipped: ReadonlySet<number>): Promise<readonly PartDone[]> => {
    const done: PartDone[] = [];
    const recompute = async (caseIds: readonly string[]) => {
      const changed = await recomputeDeadlines({ dryRun: true, caseIds }, NOW, deps);
      return { changed: changed.length, failed: 0, cases: changed };
    };
    const onDone = (part: PartDone) => void done.push(part);
    await driveRecompute(parts, { done: skipped, atOnce: AT_ONCE }, { recompute, onDone, onFailure: failure });
    return done;
  };
  costs.length = 0;
  const began = performance.now();
  await run(new Set());
  const seconds = (performance.now() - began) / 1_000;
  const perCase = costs.reduce((sum, { units }) => sum + units, 0) / ids.length;
  const half = new Set(Array.from({ length: Math.floor(parts.length / 2) }, (_, part) => part));
  return { cases: ids.length, parts: parts.length, seconds, perCase, again: (await run(half)).length };
}
