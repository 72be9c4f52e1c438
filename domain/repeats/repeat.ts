import type { Relation } from './relation.ts';

/** 关联件: an earlier case that a new complaint seems to belong to. A suggestion: nothing is joined by it. */
export interface Repeat {
  readonly caseId: string;
  readonly relation: Exclude<Relation, 'unrelated'>;
  /** 0–1: how sure, for ordering. */
  readonly score: number;
  /** The organ that led the earlier case when the new complaint was registered. */
  readonly lead: string;
  /** Why, for staff: no word of the complainant. */
  readonly trace: readonly string[];
}

/** What the state keeps of it. */
export type RepeatLink = Pick<Repeat, 'caseId' | 'relation' | 'score'>;
