import * as z from 'zod';
import { InstantSchema, stored } from '../../stored.ts';

/** 协办意见 of one organ: its latest. The words stand in the event of that number. */
export const OpinionSchema = stored({ organ: z.string(), at: InstantSchema, seq: z.int() });

type Given = Readonly<z.infer<typeof OpinionSchema>>;

/** As many organs as one assignment may name. */
const REMEMBERED = 10;

/** The latest of each organ, once one of them has said what it has to say. */
export const withOpinion = (before: readonly Given[] = [], given: Given): readonly Given[] =>
  [...before.filter(({ organ }) => organ !== given.organ), given].slice(-REMEMBERED);
