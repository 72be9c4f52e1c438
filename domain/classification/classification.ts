import * as z from 'zod';
import { listOf, stored } from '../stored.ts';

/** 污染类型: the internal list; official lists are mapped from the subtypes (config/taxonomy.json). */
export const POLLUTION_TYPES = ['大气', '水', '土壤', '噪声', '生态', '辐射', '固废', '海洋', '其他'] as const;
export type PollutionType = (typeof POLLUTION_TYPES)[number];

/** How soon somebody must look: `emergency` goes to the duty desk at once, day and night. */
export const URGENCIES = ['normal', 'urgent', 'emergency'] as const;
export type Urgency = (typeof URGENCIES)[number];

/**
 * 须即告值班室的情形 other than an emergency: signs of a crowd, as the rule of the 12369 hotline has it, or a time that the
 * province watches.
 */
export const ALERTS = ['group-incident', 'watched-time'] as const;
export type Alert = (typeof ALERTS)[number];

/** 突发环境事件的情形, by which two emergencies of one place are told apart. */
export const INCIDENT_KINDS = ['accident', 'fish-kill', 'drinking-water', 'radiation', 'illness'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];
/** 突发环境事件的可能级别, the gravest first. */
export const INCIDENT_LEVELS = ['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'] as const;
export type IncidentLevel = (typeof INCIDENT_LEVELS)[number];

const about = {
  /** Most certain first; empty when nothing in the text tells. */
  types: listOf(z.enum(POLLUTION_TYPES)),
  /** Fine internal codes, such as "odour" or "construction-noise"; see config/taxonomy.json. */
  subtypes: listOf(z.string()),
  /** 事项: decides whose matter it is; "unknown" when nothing in the text tells. See config/matters.json. */
  matter: z.string(),
  urgency: z.enum(URGENCIES),
};

const ClassifiedPartSchema = stored({
  ...about,
  /** In the complaint's text, in UTF-16 code units; the end is excluded. */
  start: z.int(),
  end: z.int(),
  /** Organ that would lead if this were a case of its own; none where that is not known. */
  lead: z.string().optional(),
});

/** What somebody wrote in, where it is not Chinese. */
export const LangSchema = z.enum(['en']).optional();
export type Lang = z.infer<typeof LangSchema>;

export const ClassificationSchema = stored({
  ...about,
  /** Further matters of the same complaint: their departments assist. */
  otherMatters: listOf(z.string()).optional(),
  /** 行业, as the national bulletins word them: one to three, the one most spoken of first; none where nothing tells. */
  industries: listOf(z.string()).optional(),
  /** `en`: written in English, and classified by a small list of words. Chinese, if not given. */
  lang: LangSchema,
  /** Whether the matter is the ecological environment bureau's own. */
  competent: z.boolean(),
  /** Why the duty desk is told at once although it is no emergency. */
  alerts: listOf(z.enum(ALERTS)).optional(),
  /** What an emergency tells of. */
  incidentKind: z.enum(INCIDENT_KINDS).optional(),
  /** Of an emergency: what the numbers that its text states make of it, if it states any. Nothing is verified. */
  incidentLevel: z.enum(INCIDENT_LEVELS).optional(),
  /** 0 to 1: how sure the first type is. */
  score: z.number(),
  /** Why: one line per rule or term that decided. Quotes terms of the lexicon, never the person. */
  trace: listOf(z.string()),
  /** 分项: where a complaint lists several problems, each by itself, two to nine in the order of the text. */
  parts: listOf(ClassifiedPartSchema).optional(),
});

/** What a complaint is about, with the reasons. A suggestion: staff have the last word. */
export type Classification = Readonly<z.infer<typeof ClassificationSchema>>;

/**
 * One problem of several in a complaint, to be verified and routed on its own. Says where its words stand, never what
 * they are.
 */
export type ClassifiedPart = Readonly<z.infer<typeof ClassifiedPartSchema>>;
