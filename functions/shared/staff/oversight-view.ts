import * as z from 'zod';
import type { Case } from '../../../domain/case/case.ts';
import { SET_MARKS } from '../../../domain/case/marks.ts';
import { SUPERVISION_KINDS } from '../../../domain/case/oversight.ts';
import { list } from './complaint-words.ts';

const Numbered = z.object({
  /** By which commands name it. */
  item: z.int(),
  /** The organ that recorded or ordered it. */
  by: z.string(),
  at: z.iso.datetime(),
  /** The last day on which it can be done in time. */
  until: z.iso.date(),
  endedAt: z.iso.datetime().optional(),
});

/** 重点标记: which were set, as they were called that day, by which organ and when. */
export const OversightView = z.object({
  marks: list(z.object({ mark: z.enum(SET_MARKS), name: z.string(), by: z.string(), at: z.iso.datetime() })),
  /** 领导批示: what was said stands in the events. */
  instructions: list(Numbered.extend({ from: z.string() })),
  supervisions: list(Numbered.extend({ kind: z.enum(SUPERVISION_KINDS), number: z.string().optional() })),
});

export const oversightOf = ({
  marked = [],
  instructions = [],
  supervisions = [],
}: Case): z.infer<typeof OversightView> => ({
  marks: marked.map(({ mark, name, by, at }) => ({ mark, name, by, at })),
  instructions: instructions.map(({ from, ...one }) => ({ from, ...numbered(one) })),
  supervisions: supervisions.map(({ kind, number, ...one }) => ({ kind, number, ...numbered(one) })),
});

const numbered = ({ item, by, at, until, endedAt }: z.infer<typeof Numbered>) => ({ item, by, at, until, endedAt });
