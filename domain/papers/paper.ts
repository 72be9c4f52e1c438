import type { Instant } from '../calendar/day.ts';
import type { Rules } from '../notices/matter-lines.ts';

/** 文书: what a bureau hands out on paper. Nobody's name stands in it: whoever delivers it knows whom it is for. */
export interface Paper {
  /** The organ that speaks, which puts its seal under it. */
  readonly organ: string;
  readonly title: string;
  /** Whom it is for: the complainant by the receipt, or a department. */
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  /** When that was done of which it tells. */
  readonly at: Instant;
  readonly receipt: string;
}

/** A paper as far as it can be made: whole where nothing is missing. */
export interface Draft extends Paper {
  /** 要素 that it must hold and does not. */
  readonly missing: readonly string[];
}

/** What papers are made with. */
export type PaperRules = Rules;
