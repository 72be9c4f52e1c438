import * as z from 'zod';
import { listOf, stored } from '../stored.ts';
import type { Relation } from './relation.ts';

/** What an earlier case may be to a new complaint. */
export const RELATIONS = ['same-matter', 'about-handling', 'same-source'] as const satisfies Exclude<
  Relation,
  'unrelated'
>[];

const link = {
  caseId: z.string(),
  relation: z.enum(RELATIONS),
  /** 0–1: how sure, for ordering. */
  score: z.number(),
};

/** What the state of a case keeps of it. */
export const RepeatLinkSchema = stored(link);

export const RepeatSchema = stored({
  ...link,
  /** The organ that led the earlier case when the new complaint was registered. */
  lead: z.string(),
  /** Why, for staff: no word of the complainant. */
  trace: listOf(z.string()),
});

/** 关联件: an earlier case that a new complaint seems to belong to. A suggestion: nothing is joined by it. */
export type Repeat = Readonly<z.infer<typeof RepeatSchema>>;
