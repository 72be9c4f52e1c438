import type { NameKind } from './rules.ts';

/** A proper name as it stands in a text, without what it ends in: "丽景园" of "丽景园小区". */
export interface Name {
  readonly kind: NameKind | 'number' | 'shop';
  readonly core: string;
  readonly start: number;
  /** What a landmark ends in: 白沙河 is not 白沙小学. */
  readonly ending?: string;
  /** It has no name but its village's, and tells no more of where it is. */
  readonly isOfVillage?: boolean;
  /** Of a plant that bears its area's name: that name. */
  readonly area?: string | undefined;
}

export function endOf({ start, core, ending = '' }: Name): number {
  return start + core.length + ending.length;
}
