import type { DatedMatters } from '../../domain/matter.ts';
import type { Organ } from '../../domain/organs.ts';
import { organName } from './organ-names.ts';

/** What routing always finds in a county; for all else the city answers. */
const OF_COUNTIES = ['ecology', 'urban-management'];

const DESK = 'desk';

/** A province as the gazetteer has it. */
export interface Territory {
  /** Of the province file. */
  readonly id: string;
  /** Six digits that end in 0000. */
  readonly division: string;
  /** Every division of the country, with its name. */
  readonly divisions: ReadonlyMap<string, string>;
}

/** Departments to which national law gives a matter, or a part in one; they alone need an organ. */
function departmentsNeeded({ departments, matters }: DatedMatters): string[] {
  const spans = Object.values(matters).flatMap((matter) => matter.in);
  const named = new Set(spans.flatMap(({ lead, assisting }) => [...(lead ? [lead] : []), ...assisting]));
  return Object.keys(departments).filter((department) => named.has(department));
}

/**
 * 责任单位: the desk, every department that routing needs in the province and its cities, and in the counties those that
 * it always finds there. Nobody is reached yet: `contacts` are empty.
 */
export function rosterOf(territory: Territory, matters: DatedMatters): Organ[] {
  const { id, division, divisions } = territory;
  const desk: Organ = {
    id: `${id}-desk`,
    name: `${organName({ ...placed(division, territory), department: 'ecology', departmentName: '' })}信访值守岗`,
    level: 'province',
    division,
    department: DESK,
    superior: `${id}-ecology`,
    contacts: [],
  };
  const places = [...divisions.keys()].filter((code) => code.slice(0, 2) === division.slice(0, 2)).toSorted();
  const needed = departmentsNeeded(matters);
  const organs = places.flatMap((code) =>
    needed
      .filter((department) => levelOf(code) !== 'county' || OF_COUNTIES.includes(department))
      .map((department) => organOf(code, department, territory, matters.departments)),
  );
  return [desk, ...organs];
}

function organOf(code: string, department: string, territory: Territory, names: DatedMatters['departments']): Organ {
  const place = placed(code, territory);
  const superior = superiorOf(code, territory);
  return {
    id: idOf(code, department, territory),
    name: organName({ ...place, department, departmentName: names[department]! }),
    level: place.level,
    division: code,
    department,
    ...(superior && { superior: idOf(superior, department, territory) }),
    contacts: [],
  };
}

function placed(code: string, { divisions }: Territory) {
  const city = levelOf(code) === 'county' ? divisions.get(cityOf(code)) : undefined;
  return { level: levelOf(code), division: code, place: divisions.get(code)!, city };
}

const cityOf = (code: string): string => `${code.slice(0, 4)}00`;

/** The city of a county; the province, where the county lies in no city (直辖市, 省直辖县级行政区划). */
function superiorOf(code: string, { division, divisions }: Territory): string | undefined {
  if (code === division) return undefined;
  return levelOf(code) === 'county' && divisions.has(cityOf(code)) ? cityOf(code) : division;
}

function levelOf(code: string): Organ['level'] {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

const idOf = (code: string, department: string, { id, division }: Territory): string =>
  code === division ? `${id}-${department}` : `${id}-${code}-${department}`;
