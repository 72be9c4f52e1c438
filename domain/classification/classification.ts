import type { Alert } from './urgency.ts';

/** 污染类型: the internal list; official lists are mapped from the subtypes (config/taxonomy.json). */
export type PollutionType = '大气' | '水' | '土壤' | '噪声' | '生态' | '辐射' | '固废' | '海洋' | '其他';

/** How soon somebody must look: `emergency` goes to the duty desk at once, day and night. */
export type Urgency = 'normal' | 'urgent' | 'emergency';

/** What a complaint is about, with the reasons. A suggestion: staff have the last word. */
export interface Classification {
  /** Most certain first; empty when nothing in the text tells. */
  readonly types: readonly PollutionType[];
  /** Fine internal codes, such as "odour" or "construction-noise"; see config/taxonomy.json. */
  readonly subtypes: readonly string[];
  /** 行业, as the national bulletins word them: one to three, the one most spoken of first; none where nothing tells. */
  readonly industries?: readonly string[] | undefined;
  /** 事项: decides whose matter it is; "unknown" when nothing in the text tells. See config/matters.json. */
  readonly matter: string;
  /** Further matters of the same complaint: their departments assist. */
  readonly otherMatters?: readonly string[] | undefined;
  /** Whether the matter is the ecological environment bureau's own. */
  readonly competent: boolean;
  readonly urgency: Urgency;
  /** Why the duty desk is told at once although it is no emergency. */
  readonly alerts?: readonly Alert[] | undefined;
  /** 0 to 1: how sure the first type is. */
  readonly score: number;
  /** Why: one line per rule or term that decided. Quotes terms of the lexicon, never the person. */
  readonly trace: readonly string[];
  /** 分项: where a complaint lists several problems, each by itself, two to nine in the order of the text. */
  readonly parts?: readonly ClassifiedPart[] | undefined;
}

/** One problem of several in a complaint, to be verified and routed on its own. Says where its words stand, never what they are. */
export interface ClassifiedPart extends Pick<Classification, 'types' | 'subtypes' | 'matter' | 'urgency'> {
  /** In the complaint's text, in UTF-16 code units; the end is excluded. */
  readonly start: number;
  readonly end: number;
  /** Organ that would lead if this were a case of its own; none where that is not known. */
  readonly lead?: string | undefined;
}
