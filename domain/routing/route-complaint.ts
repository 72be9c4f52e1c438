import type { Classification } from '../classification/classification.ts';
import type { Channel } from '../complaint.ts';
import { OWN_DEPARTMENT } from '../matter.ts';
import type { Organ, Organs } from '../organs.ts';
import { covers, type Division, finenessOf } from '../place/division.ts';
import type { Place } from '../place/place.ts';
import { crossBorderOf } from './cross-border.ts';
import type { Route, RouteBasis } from './route.ts';
import { decidingRule } from './rule-match.ts';
import type { RoutingTable } from './rules.ts';

export interface RoutingFacts {
  readonly classification: Classification;
  readonly place?: Place | undefined;
  readonly channel: Channel;
}

/** Who should handle it, in departments: what a rule says before the roster is asked. */
export interface Assignment {
  readonly rule: string;
  readonly lead: string;
  readonly assisting: readonly string[];
  readonly level: Organ['level'];
  readonly basis: RouteBasis;
  readonly trace: readonly string[];
}

const FINENESS = { province: 1, city: 2, county: 3 } as const satisfies Record<Organ['level'], number>;

/**
 * To whom a complaint goes. What has no known matter, place or organ goes to the province's catch-all desk, with the
 * reason. A matter of another department goes to that department's organ; where the roster has none, to the local
 * ecological environment bureau, which must pass it on (provision `transfer`) and tells the complainant.
 */
export function route(facts: RoutingFacts, table: RoutingTable, organs: Organs): Route {
  const { classification, place } = facts;
  const assignment = assign(facts, table);
  if (!assignment) return catchAll(table, `事项“${nameOfMatter(classification.matter, table)}”没有对应的承办部门`);
  if (!place) return catchAll(table, '地点不明', assignment.trace);
  if (!covers(table.province, place.division))
    return catchAll(table, `地点在本省以外：${place.name}`, assignment.trace);
  const border = crossBorderOf(place, table.province, table.law.cite('cross-border'));
  const where = border?.area ?? place.division;
  const lead = organOf(assignment.lead, where, assignment.level, organs);
  const bureau = lead ?? organOf(OWN_DEPARTMENT, where, assignment.level, organs);
  if (!bureau) return catchAll(table, `名册中没有${place.name}的承办单位`, assignment.trace);
  const why = lead
    ? []
    : [`名册中没有${departmentName(assignment.lead, table)}部门：由${bureau.name}接收，移送并告知信访人`];
  return {
    lead: bureau.id,
    assisting: assistingOrgans(assignment, border?.sides ?? [place.division], bureau, organs),
    rule: assignment.rule,
    basis: assignment.basis,
    trace: [...assignment.trace, `地点：${place.name}`, ...(border?.trace ?? []), ...why, `主办单位：${bureau.name}`],
  };
}

/** Which departments a complaint is for, the roster aside. Undefined where no department is known for the matter. */
export function assign(
  { classification, place, channel }: RoutingFacts,
  table: Omit<RoutingTable, 'law'>,
): Assignment | undefined {
  const matter = table.matters.matters[classification.matter];
  const where = { division: place?.division, channel };
  const rule = decidingRule(table.rules, { matter: classification.matter, ...where });
  const lead = rule?.lead ?? matter?.lead;
  if (!lead) return undefined;
  const others = (classification.otherMatters ?? []).flatMap(
    (other) => decidingRule(table.rules, { matter: other, ...where })?.lead ?? table.matters.matters[other]?.lead ?? [],
  );
  const assisting = [...new Set([...(rule?.assisting ?? matter?.assisting ?? []), ...others])];
  const { basis, confidence, note, needsVerification } = rule ?? matter!;
  const unsure = needsVerification ? '，分工待核实' : '';
  return {
    rule: rule?.id ?? `national:${classification.matter}`,
    lead,
    assisting: assisting.filter((department) => department !== lead),
    level: rule?.level ?? 'county',
    basis: { day: table.matters.day, text: basis, ...(!rule && { provision: matter!.provision }) },
    trace: [
      `事项：${nameOfMatter(classification.matter, table)}`,
      `规则${rule?.id ?? '（全国）'}：${departmentName(lead, table)}主办，依据${basis}（${confidence}${unsure}）`,
      ...(note ? [note] : []),
    ],
  };
}

/** The organ of a department that answers for the finest area around a place, not finer than a level. */
function organOf(department: string, place: Division, level: Organ['level'], organs: Organs): Organ | undefined {
  let finest: Organ | undefined;
  for (const organ of organs.values()) {
    if (organ.department !== department || FINENESS[organ.level] > FINENESS[level]) continue;
    if (!covers(organ.division, place)) continue;
    if (!finest || finenessOf(organ.division) > finenessOf(finest.division)) finest = organ;
  }
  return finest;
}

/** Where several sides of a border are concerned, the lead's own department assists on each of them too. */
function assistingOrgans(
  { lead: leading, assisting, level }: Assignment,
  sides: readonly Division[],
  lead: Organ,
  organs: Organs,
): string[] {
  const departments = sides.length > 1 ? [leading, ...assisting] : assisting;
  const ids = sides.flatMap((side) =>
    departments.flatMap((department) => organOf(department, side, level, organs)?.id ?? []),
  );
  return [...new Set(ids)].filter((id) => id !== lead.id);
}

function catchAll(table: RoutingTable, reason: string, trace: readonly string[] = []): Route {
  return { lead: table.catchAll, assisting: [], rule: 'catch-all', trace: [...trace, `转兜底岗：${reason}`] };
}

function nameOfMatter(matter: string, { matters }: Pick<RoutingTable, 'matters'>): string {
  return matters.matters[matter]?.name ?? matter;
}

function departmentName(department: string, { matters }: Pick<RoutingTable, 'matters'>): string {
  return matters.departments[department] ?? department;
}
