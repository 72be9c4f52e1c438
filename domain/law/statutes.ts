import type { Day } from '../calendar/day.ts';
import type { Confidence } from './confidence.ts';

/** A stretch of days in Beijing, both ends included; open on a side that is not named. */
export interface Span {
  readonly from?: Day | undefined;
  readonly until?: Day | undefined;
}

/** 法规: one law, regulation or rule, with the days on which it is in force. */
export interface Instrument {
  readonly title: string;
  /** As it is printed, without the name of the country. */
  readonly short: string;
  readonly from: Day;
  /** The last day on which it is in force. */
  readonly to?: Day | undefined;
  /** Id of the law that took its place. */
  readonly repealedBy?: string | undefined;
  readonly confidence: Confidence;
  /** The day on which somebody last read its text and looked whether it is in force. */
  readonly readOn: Day;
  readonly source: string;
  /** Why its article numbers are in doubt. While this stands, none of them is printed: the law is named alone. */
  readonly articlesUnsettled?: string | undefined;
  readonly note?: string | undefined;
}

/** An instrument by its id, and articles of it as `domain/law/articles.ts` reads them. */
export type Citation = readonly [instrument: string, ...articles: string[]];

/** So many hours; or days or months, the day of the trigger not counted. */
export interface Within {
  readonly unit: (typeof WITHIN_UNITS)[number];
  readonly count: number;
}

export const WITHIN_UNITS = ['hours', 'calendar-days', 'calendar-months'] as const;

export interface ProvisionSpan extends Span {
  readonly cites: readonly Citation[];
  /** Within what time it lets somebody do what they may. */
  readonly within?: Within | undefined;
}

/** 法条: what a text rests on, by a name that stays when the law changes. */
export interface Provision {
  /** Citizens read it, so that its text must have been read by us (confidence A). */
  readonly toCitizens?: true | undefined;
  /** What it says, where a text quotes it. */
  readonly says?: string | undefined;
  readonly in: readonly ProvisionSpan[];
  /** Conditions and departments that whoever uses it must know. */
  readonly note?: string | undefined;
}

/** config/statutes.json. */
export interface Statutes {
  /** For whoever edits the file. */
  readonly note: string;
  readonly instruments: Readonly<Record<string, Instrument>>;
  readonly provisions: Readonly<Record<string, Provision>>;
}

/** Those by which somebody may or must do something within a time that they are told. */
export const TIMED_PROVISIONS = [
  'review',
  'recheck',
  'reconsider',
  'sue',
  'emergency-report',
  'grave-emergency-report',
] as const satisfies readonly ProvisionName[];
export type TimedProvision = (typeof TIMED_PROVISIONS)[number];

/** What code may cite. The file has each of them and, beside them, one for each matter that a law assigns. */
export const PROVISIONS = [
  'confidentiality',
  'feedback-to-named',
  'no-retaliation',
  'report-on-a-bureau',
  'transfer',
  'cross-border',
  'tell',
  'handle',
  'handle-report',
  'procedure-suggestion',
  'procedure-accusation',
  'procedure-legal-ways',
  'procedure-administrative',
  'procedure-duty',
  'procedure-petition',
  'duty-reconsideration',
  'duty-suit',
  'reconsider',
  'reconsider-first',
  'sue',
  'penalty-filing',
  'penalty-decision',
  'penalty-pauses',
  'penalty-publication',
  'objection',
  'internal-forward',
  'review',
  'recheck',
  'opinion-elements',
  'decline-not-competent',
  'decline-legal-proceedings',
  'decline-already-accepted',
  'decline-handled-below',
  'decline-review-instead',
  'decline-after-recheck',
  'emergency-times',
  'emergency-report',
  'grave-emergency-report',
  'emergency-levels',
  'inform-neighbours',
  'inform-authorities',
  'mediation',
  'report-to-assigner',
  'assigned-limit',
  'after-closing',
  'supervision',
] as const;

/** `matter:<code of config/matters.json>` is whose business a matter is by law. */
export type ProvisionName = (typeof PROVISIONS)[number] | `matter:${string}`;

export const isOn = ({ from = '', until = '9999' }: Span, day: Day): boolean => from <= day && day <= until;

/**
 * The span as of which its laws are in force: one that names no first day begins with the youngest law that it cites.
 */
export function boundedSpan({ from, until, cites }: ProvisionSpan, { instruments }: Statutes): Span {
  const starts = cites.map(([id]) => instruments[id]?.from ?? '').toSorted();
  return { from: from ?? starts.at(-1), until };
}
