import type { Matters } from '../../domain/matter.ts';
import type { Organ } from '../../domain/organs.ts';
import { divisionsOf, type GazetteerList } from '../../domain/place/gazetteer.ts';
import { type Finding, lintRules } from '../../domain/routing/lint-rules.ts';
import type { ProvinceRules } from '../../domain/routing/rules.ts';

/** The files of a province that its routing depends on; undefined where one could not be read. */
export interface ProvinceTables {
  readonly routing: ProvinceRules | undefined;
  readonly matters: Matters | undefined;
  readonly organs: readonly Organ[] | undefined;
  readonly gazetteers: readonly (GazetteerList | undefined)[];
}

/** Nothing where a file could not be read: its own faults are told already. */
export function routingFindings({ routing, matters, organs, gazetteers }: ProvinceTables): readonly Finding[] {
  if (!routing || !matters || !organs) return [];
  return lintRules({ ...routing, matters }, organs, divisionsOf(gazetteers.filter((list) => list !== undefined)));
}
