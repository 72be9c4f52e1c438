import type { PollutionType } from './classification.ts';
import type { Sign } from './evidence.ts';
import type { ClassificationRules } from './rules.ts';

/** Points with the words that gave them. */
export interface Tally {
  points: number;
  /** Whether one of the words alone tells it. */
  isStrong: boolean;
  readonly because: string[];
}

/** The subtypes by points, most first. */
export function tallySubtypes(
  signs: readonly Sign[],
  { taxonomy }: Pick<ClassificationRules, 'taxonomy'>,
): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { sign, source, term, points, isStrong } of signs) {
    const meaning = taxonomy.signs[sign]!;
    const subtype = (source && meaning.bySource?.[source]) ?? meaning.subtype;
    if (subtype) add(tallies, subtype, { points, isStrong, because: [term] });
  }
  return new Map([...tallies].sort(([, a], [, b]) => b.points - a.points));
}

/** The subtypes that have points enough; where none has, the nearest. */
export function reportedSubtypes(subtypes: ReadonlyMap<string, Tally>, { taxonomy }: ClassificationRules): string[] {
  const enough = [...subtypes].filter(([, { points }]) => points >= taxonomy.thresholds.reportPoints);
  return (enough.length > 0 ? enough : [...subtypes].slice(0, 1)).map(([subtype]) => subtype);
}

/**
 * The types that have points enough, most first, as many as the province tells; where none has, the nearest; where no
 * subtype is known, 其他.
 */
export function reportedTypes(
  subtypes: ReadonlyMap<string, Tally>,
  rules: ClassificationRules,
): Map<PollutionType, number> {
  const { mostTypes, minShare } = rules.reporting;
  const points = typePoints(subtypes, rules);
  // 其他 means what no other type names.
  const isNamed = ([type, told]: [PollutionType, number]): boolean =>
    type !== '其他' && told >= rules.taxonomy.thresholds.reportPoints;
  if ([...points].some(isNamed)) points.delete('其他');
  const ranked = [...points].sort(([, a], [, b]) => b - a);
  const [first] = ranked;
  if (!first) return new Map([['其他', 0]]);
  const [strongest] = subtypes.values();
  const least = Math.max(rules.taxonomy.thresholds.reportPoints, minShare * strongest!.points);
  const further = ranked.slice(1).filter(([, typePoints]) => typePoints >= least);
  return new Map([first, ...further].slice(0, mostTypes));
}

/** "占地", "河堤", "树林": land, banks and trees also tell only where something is. */
function isByTheWay({ isStrong, because }: Tally): boolean {
  return !isStrong && because.length === 1;
}

function typePoints(
  subtypes: ReadonlyMap<string, Tally>,
  { taxonomy }: ClassificationRules,
): Map<PollutionType, number> {
  const points = new Map<PollutionType, number>();
  const [subject] = subtypes.values();
  for (const [subtype, tally] of subtypes) {
    const { types } = taxonomy.subtypes[subtype]!;
    if (subject?.isStrong && types[0] === '生态' && isByTheWay(tally)) continue;
    for (const type of types) points.set(type, (points.get(type) ?? 0) + tally.points);
  }
  return points;
}

function add(tallies: Map<string, Tally>, key: string, { points, isStrong, because }: Tally): void {
  const tally = tallies.get(key);
  if (!tally) tallies.set(key, { points, isStrong, because });
  else {
    tally.points += points;
    tally.isStrong ||= isStrong;
    tally.because.push(...because);
  }
}
