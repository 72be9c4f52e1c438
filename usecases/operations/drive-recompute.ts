import { inParallel as inTurn } from './in-parallel.ts';
import type { Recomputed } from './recompute-deadlines.ts';

/** What one part of the work came to. */
export interface PartDone {
  /** Which part: 0 for the first. */
  readonly part: number;
  readonly changed: number;
  /** Cases that could not be read or written. */
  readonly failed: number;
  readonly cases: readonly Recomputed[];
}

export interface DriveRecomputeDeps {
  /** Has the function recompute those cases. Throws where it fails as a whole. */
  readonly recompute: (caseIds: readonly string[]) => Promise<Omit<PartDone, 'part'>>;
  /** Puts down that a part is done, so that it is not done again. */
  readonly onDone: (done: PartDone) => void;
  /** A part that failed as a whole is left for the next run. */
  readonly onFailure: (part: number, error: unknown) => void;
}

const PER_PART = 200;

/** Ids in parts, each small enough for one run of the function. */
export const partsOf = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / PER_PART) }, (_, part) =>
    ids.slice(part * PER_PART, (part + 1) * PER_PART),
  );

/** Works off the parts that are not done, so many at once. */
export async function driveRecompute(
  parts: readonly (readonly string[])[],
  { done, atOnce }: { readonly done: ReadonlySet<number>; readonly atOnce: number },
  { recompute, onDone, onFailure }: DriveRecomputeDeps,
): Promise<void> {
  const left = parts.map((ids, part) => ({ ids, part })).filter(({ part }) => !done.has(part));
  await inTurn(atOnce, left, async ({ ids, part }) => {
    try {
      onDone({ part, ...(await recompute(ids)) });
    } catch (error) {
      onFailure(part, error);
    }
  });
}
