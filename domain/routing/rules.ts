import type { Occasion } from '../classification/occasions.ts';
import type { Channel } from '../complaint.ts';
import type { LawOfDay } from '../law/cite.ts';
import type { Confidence } from '../law/confidence.ts';
import { isOn, type Span } from '../law/statutes.ts';
import { type DatedMatters, type Matters, mattersOn } from '../matter.ts';
import type { Organ } from '../organs.ts';
import type { Division } from '../place/division.ts';

/**
 * One line of a province's table: where the city or the channel decides otherwise than the law's usual answer, from a
 * day or until one.
 */
export interface RoutingRule extends Span {
  readonly id: string;
  /** Codes of config/matters.json; every matter if none is named. */
  readonly matters?: readonly string[] | undefined;
  /** Areas in which the rule holds; the whole province if none is named. */
  readonly divisions?: readonly Division[] | undefined;
  readonly channels?: readonly Channel[] | undefined;
  /** Department that leads; the national default if none is named. */
  readonly lead?: string | undefined;
  readonly assisting?: readonly string[] | undefined;
  /** Finest level of organ that may lead, such as "city" for radiation; the finest there is if none is named. */
  readonly level?: Organ['level'] | undefined;
  /** Which document decided so. */
  readonly basis: string;
  readonly confidence: Confidence;
  /** Must be true where the confidence is K: it is shown as a guess, never as a rule. */
  readonly needsVerification?: boolean | undefined;
  readonly note?: string | undefined;
}

/** 分办规则 of one province, as config/routing/<province>.json holds them. */
export interface ProvinceRules {
  readonly province: Division;
  /** Organ that takes what no rule can place. Required. */
  readonly catchAll: string;
  readonly rules: readonly RoutingRule[];
  /** Times in which complaints are looked at sooner. */
  readonly occasions?: readonly Occasion[] | undefined;
}

/** The national defaults of one day with the province's own rules of that day over them. */
export interface RoutingTable extends ProvinceRules {
  readonly matters: Matters;
  readonly law: LawOfDay;
}

export function routingOn(law: LawOfDay, province: ProvinceRules, matters: DatedMatters): RoutingTable {
  const rules = province.rules.filter((rule) => isOn(rule, law.day));
  return { ...province, rules, matters: mattersOn(law, matters), law };
}
