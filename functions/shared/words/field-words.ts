import type { ProvisionName } from '../../../domain/law/statutes.ts';

/** What a field is filled in with, where its schema does not say. */
export type Pick =
  | 'person'
  /** A person of one's own organ. */
  | 'colleague'
  | 'date'
  | 'name'
  /** Milestones of the plan that is kept to, to be ticked. */
  | 'reached'
  /** 登记编号 of another case. */
  | 'receipt'
  | 'milestones'
  /** Files that came for the case and are added by the act. */
  | 'uploads'
  /** Files that the case has. */
  | 'materials'
  /** Of a complaint of several matters, each with its words and who is to handle it. */
  | 'parts'
  | 'organ'
  | 'organs'
  | 'matter'
  | 'subtypes'
  | 'division'
  | 'lines'
  | 'measures'
  | 'grievances'
  | 'four'
  | 'limit'
  | CasePick;

/** What the case itself has: a clock that may be extended, or was reminded of; an order from above that goes on; whose letter. */
export const CASE_PICKS = [
  ...(['extendable', 'reminded', 'instruction', 'supervision'] as const),
  ...(['letter', 'later-letter', 'holder'] as const),
];
export type CasePick = (typeof CASE_PICKS)[number];

export interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  readonly pick?: Pick;
  /** What stands in it before anybody types: the day it is, the name of whoever fills it in, or what the case has. */
  readonly start?: 'today' | 'oneself' | 'current';
  /** A field that may be filled in instead of it. */
  readonly unless?: string;
  /** Of which cases alone it is asked. */
  readonly when?: 'never-taken-up' | 'limit-extendable';
  /** Names of its choices, by value; a choice without a name shows its value. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** 怎么填, 依据 of an act, and the words of each of its fields. */
export interface ActWords<Field extends string> {
  readonly help: string;
  readonly basis?: readonly ProvisionName[];
  /** The page on which it begins, where that is not the form of its fields. */
  readonly page?: 'uploads' | 'complainant' | 'split';
  readonly fields: Readonly<Record<Field, FieldWords>>;
}

export const why = (hint: string): FieldWords => ({ label: '理由', hint });
