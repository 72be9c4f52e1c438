import type { Channel } from '../complaint.ts';
import { covers, type Division, finenessOf } from '../place/division.ts';
import type { RoutingRule } from './rules.ts';

/** What a rule asks of a complaint. */
export interface RuleFacts {
  readonly matter: string;
  /** Undefined where the place is unknown: then only rules for the whole province fit. */
  readonly division: Division | undefined;
  readonly channel: Channel;
}

/** 不符之处. */
export type Mismatch = 'division' | 'matter' | 'channel';

/** In what a rule does not fit; nothing where it applies. */
export function mismatchesOf(rule: RoutingRule, { matter, division, channel }: RuleFacts): readonly Mismatch[] {
  const divisionFits = !rule.divisions || rule.divisions.some((area) => division && covers(area, division));
  return [
    ...(divisionFits ? [] : (['division'] as const)),
    ...(!rule.matters || rule.matters.includes(matter) ? [] : (['matter'] as const)),
    ...(!rule.channels || rule.channels.includes(channel) ? [] : (['channel'] as const)),
  ];
}

/** The rule that decides: of those that apply the most particular; of equals the first. */
export function decidingRule(rules: readonly RoutingRule[], facts: RuleFacts): RoutingRule | undefined {
  return rules
    .filter((rule) => mismatchesOf(rule, facts).length === 0)
    .toSorted((a, b) => particularityAt(b, facts.division) - particularityAt(a, facts.division))[0];
}

/** By area, then by matter, then by channel. Of several areas the one counts that the place lies in. */
export function particularityAt({ divisions, matters, channels }: RoutingRule, place: Division | undefined): number {
  const areas = (divisions ?? []).filter((area) => place === undefined || covers(area, place));
  const finest = Math.max(0, ...areas.map(finenessOf));
  return finest * 4 + (matters ? 2 : 0) + (channels ? 1 : 0);
}
