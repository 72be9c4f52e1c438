import { CHANNELS } from '../complaint.ts';
import { error, type Finding, warning } from '../finding.ts';
import { OWN_DEPARTMENT } from '../matter.ts';
import type { Organ } from '../organs.ts';
import { covers, type Division } from '../place/division.ts';
import { decidingRule, mismatchesOf, particularityAt, type RuleFacts } from './rule-match.ts';
import type { RoutingRule, RoutingTable } from './rules.ts';

/** Matters that belong to nobody on purpose: the catch-all desk takes them. */
const NOBODYS = ['not-environmental', 'unknown', 'advertisement', 'thanks', 'misdirected'];

/** The rules of a day; which law they rest on does not matter here. */
type LintedTable = Omit<RoutingTable, 'law'>;

/**
 * What no single rule shows: rules that never win, that contradict each other, or that lead nowhere. Tries every case
 * there can be.
 */
export function lintRules(
  table: LintedTable,
  organs: readonly Organ[],
  divisions: ReadonlyMap<Division, string>,
): Finding[] {
  const places = [undefined, ...[...divisions.keys()].filter((division) => covers(table.province, division))];
  return [
    ...table.rules.flatMap((rule, index) => faultsOf(rule, index, table, places)),
    ...ownerless(table),
    ...unserved(table, organs),
    ...unverified(table),
  ];
}

function faultsOf(
  rule: RoutingRule,
  index: number,
  table: LintedTable,
  places: readonly (Division | undefined)[],
): Finding[] {
  const at = `/rules/${index}`;
  const unknown = (rule.divisions ?? []).filter((division) => !places.includes(division));
  const changes = rule.lead !== undefined || rule.assisting !== undefined || rule.level !== undefined;
  return [
    ...unknown.map((division) => error(`${at}/divisions`, `${division} is not in the gazetteer`)),
    ...(changes ? [] : [error(at, `rule "${rule.id}" names neither lead, assisting nor level: it changes nothing`)]),
    ...rivals(rule, at, table, unknown.length === 0 ? places : []),
  ];
}

function rivals(rule: RoutingRule, at: string, table: LintedTable, places: readonly (Division | undefined)[]) {
  const cases = casesOf(rule, table, places);
  const winners = new Set(cases.map((facts) => decidingRule(table.rules, facts)!));
  if (cases.length > 0 && !winners.has(rule)) {
    const ids = [...winners].map(({ id }) => `"${id}"`).join(', ');
    return [error(at, `rule "${rule.id}" can never win: ${ids} always outrank it`)];
  }
  const equals = table.rules
    .slice(table.rules.indexOf(rule) + 1)
    .filter((other) => cases.some((facts) => isEqual(rule, other, facts)));
  return equals.map(({ id }) => error(at, `rule "${rule.id}" overlaps "${id}", and neither is more particular`));
}

/** Every case to which a rule applies. */
function casesOf(rule: RoutingRule, { matters }: LintedTable, places: readonly (Division | undefined)[]): RuleFacts[] {
  const named = rule.matters ?? Object.keys(matters.matters);
  return places
    .flatMap((division) =>
      named.flatMap((matter) => (rule.channels ?? CHANNELS).map((channel) => ({ matter, division, channel }))),
    )
    .filter((facts) => mismatchesOf(rule, facts).length === 0);
}

function isEqual(rule: RoutingRule, other: RoutingRule, facts: RuleFacts): boolean {
  const applies = mismatchesOf(other, facts).length === 0;
  return applies && particularityAt(rule, facts.division) === particularityAt(other, facts.division);
}

/** Matters that neither the law's usual answer nor a rule for the whole province gives to a department. */
function ownerless({ matters, rules }: LintedTable): Finding[] {
  const led = (matter: string): boolean =>
    rules.some((rule) => rule.lead && !rule.divisions && !rule.channels && (rule.matters?.includes(matter) ?? true));
  return Object.entries(matters.matters)
    .filter(([code, { lead }]) => lead === undefined && !NOBODYS.includes(code) && !led(code))
    .map(([code]) => error('', `no department and no rule for the whole province leads the matter "${code}"`));
}

/** Departments that the rules name, but that no organ of the province serves. */
function unserved({ matters, rules }: LintedTable, organs: readonly Organ[]): Finding[] {
  const served = new Set(organs.map(({ department }) => department));
  const all = [...Object.values(matters.matters), ...rules];
  const leading = new Set(all.flatMap(({ lead }) => lead ?? []));
  const assisting = new Set(all.flatMap((rule) => rule.assisting ?? []));
  return [...new Set([...leading, ...assisting])]
    .filter((department) => !served.has(department))
    .map((department) =>
      department === OWN_DEPARTMENT
        ? error('', 'no organ serves the ecological environment itself')
        : warning('', unservedMessage(department, leading.has(department))),
    );
}

function unservedMessage(department: string, leads: boolean): string {
  const fallback = leads ? 'the local bureau takes its matters and passes them on' : 'nobody assists in its place';
  return `no organ serves the department "${department}": ${fallback}`;
}

function unverified({ rules, occasions = [] }: LintedTable): Finding[] {
  const unsure = [
    ...rules.filter((rule) => rule.needsVerification).map(({ id }) => `rule "${id}"`),
    ...occasions.filter((occasion) => occasion.needsVerification).map(({ name }) => `the occasion "${name}"`),
  ];
  return unsure.map((what) => warning('', `${what} rests on something that nobody has checked`));
}
