import type { Finding } from '../../domain/finding.ts';
import type { LawOfDay } from '../../domain/law/cite.ts';
import type { DatedMatters } from '../../domain/matter.ts';
import type { Organ } from '../../domain/organs.ts';
import { divisionsOf, type GazetteerList } from '../../domain/place/gazetteer.ts';
import { lintRules } from '../../domain/routing/lint-rules.ts';
import { type ProvinceRules, routingOn } from '../../domain/routing/rules.ts';
import type { Reading } from './read-checked.ts';
import type { Readable } from './readable.ts';
import { ruleSchema } from './routing.ts';

/** The files of a province that its routing depends on; undefined where nothing of one could be read. */
interface ProvinceTables {
  readonly routing: Reading<ProvinceRules>;
  /** Undefined with the matters where the law itself has faults. */
  readonly law: LawOfDay | undefined;
  readonly matters: DatedMatters | undefined;
  readonly organs: Readable<readonly Organ[]> | undefined;
  readonly gazetteers: readonly (Readable<GazetteerList> | undefined)[];
}

/**
 * What is wrong on the day of the law, as far as it can be told: a rule that is broken by itself is left out, and then
 * nothing is said of what all rules together leave open.
 */
export function routingFindings({ routing, law, matters, organs, gazetteers }: ProvinceTables): readonly Finding[] {
  const { part } = routing;
  if (!part?.province || !part.rules || !law || !matters || !organs) return [];
  const rules = part.rules.map((rule) => ruleSchema.safeParse(rule).data);
  const sound = rules.flatMap((rule, index) => (rule ? [{ rule, index }] : []));
  const table = { province: part.province, catchAll: part.catchAll ?? '', rules: sound.map(({ rule }) => rule) };
  const divisions = divisionsOf(gazetteers.flatMap((list) => (list ? [list as GazetteerList] : [])));
  const serving = organs.filter((organ) => organ?.department !== undefined) as readonly Organ[];
  const findings = lintRules(routingOn(law, { ...(routing.whole ?? table) }, matters), serving, divisions);
  if (routing.whole) return findings;
  return findings.flatMap((finding) => {
    const [, index, rest] = /^\/rules\/(\d+)(.*)$/.exec(finding.pointer) ?? [];
    return index === undefined ? [] : [{ ...finding, pointer: `/rules/${sound[Number(index)]!.index}${rest}` }];
  });
}
