import type { DatedMatters } from '../../domain/matter.ts';
import type { Organ } from '../../domain/organs.ts';
import type { ProvinceRules } from '../../domain/routing/rules.ts';
import { inProvince } from './division.ts';
import type { Fault } from './fault.ts';
import { nearestOf } from './nearest.ts';
import type { ProvinceSettings } from './province.ts';
import type { Readable } from './readable.ts';

type Matters = Readable<DatedMatters> | undefined;

/**
 * Every organ lies in the province, works in a department that there is, and whoever goes up from one to its superior
 * comes to an end.
 */
export function faultsOfOrgans(
  organs: Readable<readonly Organ[]>,
  { division }: Readable<ProvinceSettings>,
  matters: Matters,
): Fault[] {
  const ids = organs.flatMap((organ) => organ?.id ?? []);
  const superiors = new Map(organs.flatMap((organ) => (organ?.id ? [[organ.id, organ.superior] as const] : [])));
  const first = new Map(ids.toReversed().map((id) => [id, organs.findIndex((organ) => organ?.id === id)]));
  return organs.flatMap((organ, index) => {
    if (!organ) return [];
    const at = `/organs/${index}`;
    const { id, superior } = organ;
    return [
      ...(id !== undefined && first.get(id) !== index ? [twice(`${at}/id`, id, first.get(id)!)] : []),
      ...(division && organ.division && !inProvince(organ.division, division)
        ? [[`${at}/division`, `${organ.division} does not lie in the province ${division}`] as const]
        : []),
      ...(superior !== undefined && !ids.includes(superior)
        ? [
            [
              `${at}/superior`,
              `unknown superior "${superior}"`,
              `name the id of an organ${nearestOf(superior, ids)}`,
            ] as const,
          ]
        : []),
      ...(id !== undefined && goesInCircles(id, superiors)
        ? [[`${at}/superior`, `"${id}" is in the end its own superior`] as const]
        : []),
      ...takenIds(at, organ.formerIds?.filter((id) => id !== undefined) ?? [], index, organs),
      ...strangers(`${at}/department`, [organ.department], matters),
    ];
  });
}

/** A former id says of one organ only whose cases it takes over. */
function takenIds(at: string, former: readonly string[], index: number, organs: Readable<readonly Organ[]>): Fault[] {
  const others = organs.flatMap((organ, place) =>
    [organ?.id ?? [], ...(place === index ? [] : (organ?.formerIds ?? []))].flat(),
  );
  const taken = former.filter((id) => others.includes(id));
  return taken.map((id) => [
    `${at}/formerIds`,
    `"${id}" is the id, or a former id, of another organ`,
    'name it at one organ only',
  ]);
}

const twice = (at: string, id: string, first: number): Fault => [
  at,
  `an organ id stands twice: "${id}"`,
  `give one of them another id; the other is /organs/${first}`,
];

/** Departments that config/matters.json does not know: no matter would ever come to them. */
function strangers(at: string, departments: readonly (string | undefined)[], matters: Matters): Fault[] {
  if (!matters?.departments) return [];
  const known = Object.keys(matters.departments);
  return departments
    .filter((department) => department !== undefined && !known.includes(department))
    .map((department) => [
      at,
      `department "${department}" is not in config/matters.json`,
      `name one of ${known.join(', ')}${nearestOf(department!, known)}`,
    ]);
}

/** Routing rules speak of this province, of matters that exist, and of departments that exist. */
export function faultsOfRouting(
  { province: code, catchAll, rules = [] }: Readable<ProvinceRules>,
  matters: Matters,
  { division, catchAllOrgan }: Readable<ProvinceSettings>,
): Fault[] {
  const faults: Fault[] = [];
  if (code && division && code !== division) faults.push(['/province', `must be ${division}`]);
  if (catchAll && catchAllOrgan && catchAll !== catchAllOrgan)
    faults.push(['/catchAll', `must be "${catchAllOrgan}", the catchAllOrgan of the province file`]);
  const known = Object.keys(matters?.matters ?? {});
  for (const [index, rule = {}] of rules.entries()) {
    const at = `/rules/${index}`;
    if (rule.id && rules.findIndex((other) => other?.id === rule.id) < index)
      faults.push([`${at}/id`, `a rule id stands twice: "${rule.id}"`]);
    for (const place of rule.divisions ?? [])
      if (place && division && !inProvince(place, division))
        faults.push([`${at}/divisions`, `${place} does not lie in the province`]);
    for (const matter of rule.matters ?? [])
      if (matter && matters?.matters && !known.includes(matter))
        faults.push([
          `${at}/matters`,
          `"${matter}" is not in config/matters.json`,
          `name one of its matters${nearestOf(matter, known)}`,
        ]);
    faults.push(...strangers(at, [rule.lead, ...(rule.assisting ?? [])], matters));
  }
  return faults;
}

function goesInCircles(start: string, superiors: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  for (let id = superiors.get(start); id !== undefined && !seen.has(id); id = superiors.get(id)) {
    if (id === start) return true;
    seen.add(id);
  }
  return false;
}
