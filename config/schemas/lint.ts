import type { Finding } from '../../domain/finding.ts';
import type { LawOfDay } from '../../domain/law/cite.ts';
import type { DatedMatters } from '../../domain/matter.ts';
import type { Organ } from '../../domain/organs.ts';
import { divisionsOf, type GazetteerList } from '../../domain/place/gazetteer.ts';
import { lintRules } from '../../domain/routing/lint-rules.ts';
import { type ProvinceRules, routingOn } from '../../domain/routing/rules.ts';

/** The files of a province that its routing depends on; undefined where one could not be read. */
export interface ProvinceTables {
  readonly routing: ProvinceRules | undefined;
  /** Undefined with the matters where the law itself has faults. */
  readonly law: LawOfDay | undefined;
  readonly matters: DatedMatters | undefined;
  readonly organs: readonly Organ[] | undefined;
  readonly gazetteers: readonly (GazetteerList | undefined)[];
}

/** What is wrong on the day of the law. Nothing where a file could not be read: its own faults are told already. */
export function routingFindings({ routing, law, matters, organs, gazetteers }: ProvinceTables): readonly Finding[] {
  if (!routing || !law || !matters || !organs) return [];
  const divisions = divisionsOf(gazetteers.filter((list) => list !== undefined));
  return lintRules(routingOn(law, routing, matters), organs, divisions);
}
