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

const FITS: Readonly<Record<Mismatch, (rule: RoutingRule, facts: RuleFacts) => boolean>> = {
  division: ({ divisions }, { division }) =>
    !divisions || divisions.some((area) => division !== undefined && covers(area, division)),
  matter: ({ matters }, { matter }) => !matters || matters.includes(matter),
  channel: ({ channels }, { channel }) => !channels || channels.includes(channel),
};

const ASPECTS = Object.keys(FITS) as readonly Mismatch[];

/** In what a rule does not fit; nothing where it applies. */
export const mismatchesOf = (rule: RoutingRule, facts: RuleFacts): readonly Mismatch[] =>
  ASPECTS.filter((aspect) => !FITS[aspect](rule, facts));

const applies = (rule: RoutingRule, facts: RuleFacts): boolean => ASPECTS.every((aspect) => FITS[aspect](rule, facts));

/** The rule that decides: of those that apply the most particular; of equals the first. */
export function decidingRule(rules: readonly RoutingRule[], facts: RuleFacts): RoutingRule | undefined {
  return rules
    .filter((rule) => applies(rule, facts))
    .toSorted((a, b) => particularityAt(b, facts.division) - particularityAt(a, facts.division))[0];
}

/** By area, then by matter, then by channel. Of several areas the one counts that the place lies in. */
export function particularityAt({ divisions, matters, channels }: RoutingRule, place: Division | undefined): number {
  const areas = (divisions ?? []).filter((area) => place === undefined || covers(area, place));
  const finest = Math.max(0, ...areas.map(finenessOf));
  return finest * 4 + (matters ? 2 : 0) + (channels ? 1 : 0);
}
