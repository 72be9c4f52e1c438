import * as z from 'zod';
import { KEY_MATTERS, SET_MARKS } from '../../domain/case/oversight/marks.ts';
import type { Fault } from './fault.ts';
import { nearestOf } from './nearest.ts';
import type { Readable } from './readable.ts';
import { name } from './texts.ts';

const markRule = z.strictObject({
  /** As lists show it. */
  name,
  /** Of `stricter` in config/ladders/default.json: what a case with the mark is chased by besides. */
  ladder: name.optional(),
  /** 四个不放过: an answer to a case with the mark must show all four, as that to an inspection item must. */
  fourChecks: z.boolean().optional(),
});

/** config/marks.json: the marks that people may set in every province. */
export const MarksFile = z.strictObject({
  $schema: z.string().optional(),
  note: z.string(),
  marks: z.record(z.enum(SET_MARKS).exclude(KEY_MATTERS), markRule),
});

/** 重点事项 of one province, each under a code of its own, which never comes to mean another. */
export const keyMatters = z.partialRecord(z.enum(KEY_MATTERS), markRule);

type Marks = Readable<Readonly<Record<string, z.infer<typeof markRule> | undefined>>>;

/** Each ladder that a mark names is one that there is. */
export function faultsOfMarks(marks: Marks, at: string, ladders: object | undefined): Fault[] {
  if (!ladders) return [];
  const known = Object.keys(ladders);
  return Object.entries(marks).flatMap(([mark, rule]): Fault[] => {
    const ladder = rule?.ladder;
    if (ladder === undefined || known.includes(ladder)) return [];
    const why = `"${ladder}" is not among the stricter ladders of config/ladders/default.json`;
    return [
      [`${at}/${mark}/ladder`, why, `leave it out, or name one of ${known.join(', ')}${nearestOf(ladder, known)}`],
    ];
  });
}
