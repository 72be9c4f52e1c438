import * as z from 'zod';
import type { Stricter } from '../../clocks/clock.ts';
import { InstantSchema, listOf, stored } from '../../stored.ts';

/** 重点事项 of the province's own list: seven at most, named in its province file. */
export const KEY_MATTERS = [
  'matter-1',
  'matter-2',
  'matter-3',
  'matter-4',
  'matter-5',
  'matter-6',
  'matter-7',
] as const;

/** 重点标记 that people set: config/marks.json names the first five, the province file the others. */
export const SET_MARKS = ['key', 'instruction', 'group', 'nimby', 'repeat', ...KEY_MATTERS] as const;
export type SetMark = (typeof SET_MARKS)[number];

/** What a mark is called, and the stricter ladder that it gives a case. */
export interface MarkRule {
  readonly name: string;
  readonly ladder?: string | undefined;
  /** Whether its answer must show the four checks (四个不放过). */
  readonly fourChecks?: boolean | undefined;
}

/** The marks that may be set here; the first that names a ladder decides. */
export type MarkRules = ReadonlyMap<SetMark, MarkRule>;

/** 标记: which, as it was called that day, and who set it. */
export const MarkedSchema = listOf(
  stored({ mark: z.enum(SET_MARKS), name: z.string(), by: z.string(), at: InstantSchema }),
);

/** The ladder that a case with these marks is chased by beside its own. */
export function ladderFor(marks: readonly SetMark[], rules: MarkRules): string | undefined {
  return [...rules].find(([mark, { ladder }]) => ladder !== undefined && marks.includes(mark))?.[1].ladder;
}

/** The stricter ladder from now on; one that it has already goes on as it was. */
export function stricterFrom(before: Stricter | undefined, ladder: string | undefined, at: string) {
  if (ladder === undefined || ladder === before?.ladder) return ladder === undefined ? undefined : before;
  return { ladder, since: at };
}
