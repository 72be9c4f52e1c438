import * as z from 'zod';
import type { Case } from '../../../domain/case/case.ts';
import { SET_MARKS } from '../../../domain/case/marks.ts';
import { list } from './complaint-words.ts';

/** 重点标记: which were set, as they were called that day, by which organ and when. */
export const OversightView = z.object({
  marks: list(z.object({ mark: z.enum(SET_MARKS), name: z.string(), by: z.string(), at: z.iso.datetime() })),
});

export const oversightOf = ({ marked = [] }: Case): z.infer<typeof OversightView> => ({
  marks: marked.map(({ mark, name, by, at }) => ({ mark, name, by, at })),
});
