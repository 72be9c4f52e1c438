import * as z from 'zod';
import { accusedIn } from '../../../domain/classification/accused.ts';
import { placeHintsIn } from '../../../domain/place/hints.ts';

/** 0 to 1. */
const Score = z.number();
/** Where words stand in the complaint's text, in UTF-16 code units; the end is excluded. */
const range = { start: z.int(), end: z.int() };

/** What is read out of a complaint's text while an officer looks at it; none of it is kept. */
export const TextAids = z.object({
  /** 被投诉对象: suggestions, the likeliest first; `unknown` is one of them, with what is said of the source. */
  accused: z.array(z.object({ kind: z.enum(['named', 'unknown']), name: z.string().optional(), score: Score })),
  /** 位置线索: roads, estates, villages, kilometre posts, relative positions. */
  whereabouts: z.array(z.object({ kind: z.string(), ...range })),
});

export function textAidsOf({ text, target }: { text: string; target?: string | undefined }): z.infer<typeof TextAids> {
  return { accused: [...accusedIn(text, target)], whereabouts: placeHintsIn(text) };
}
