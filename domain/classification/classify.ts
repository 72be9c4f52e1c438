import type { Classification, PollutionType } from './classification.ts';
import { type Evidence, readEvidence, type Sign } from './evidence.ts';
import type { ClassificationRules } from './rules.ts';
import { urgencyOf } from './urgency.ts';

/** Points with the words that gave them. */
interface Tally {
  points: number;
  readonly because: string[];
}

/** How fast the score nears 1: six points, two strong terms, make 0.75. */
const SCORE_BASE = 0.794;
/** Points of a subtype below which it is not worth naming. */
const SUBTYPE_POINTS = 2;
const QUOTED_TERMS = 6;

/**
 * What a complaint is about, from its words alone. Several types are told where several are complained of; no type and the
 * matter "not-environmental" where other subjects outweigh, and "unknown" where nothing tells.
 */
export function classify(text: string, rules: ClassificationRules): Classification {
  const evidence = readEvidence(text, rules);
  const balance = weigh(evidence, text.length, rules);
  if (balance.kind !== 'environmental') return beside(balance.kind, balance.trace);
  const subtypes = tallySubtypes(evidence.signs, rules);
  const types = reportedTypes(subtypes, rules);
  const named = [...subtypes].filter(([, { points }]) => points >= SUBTYPE_POINTS).map(([subtype]) => subtype);
  const [matter = matterWithoutSubtype(evidence), ...otherMatters] = mattersOf(named, subtypes, rules);
  const { urgency, reason } = urgencyOf(evidence.circumstances, named);
  return {
    types: [...types.keys()],
    subtypes: named,
    matter,
    otherMatters,
    competent: rules.ownMatters.has(matter),
    urgency,
    score: scoreOf([...types.values()][0]!),
    trace: [balance.trace, ...traceOf(named, subtypes, rules), ...(reason ? [`紧急程度：${reason}`] : [])],
  };
}

type Balance =
  | { readonly kind: 'environmental'; readonly points: number; readonly trace: string }
  | { readonly kind: 'not-environmental' | 'unknown'; readonly trace: string };

function weigh({ signs, otherSubjects }: Evidence, length: number, { taxonomy }: ClassificationRules): Balance {
  const { environmentalPoints, environmentalPointsPerThousand, otherSubjectWeight } = taxonomy.thresholds;
  const points = sum(signs.map((sign) => sign.points));
  const others = sum([...otherSubjects.values()]);
  const needed = environmentalPoints + (environmentalPointsPerThousand * length) / 1000;
  const otherTerms = [...otherSubjects.keys()].slice(0, QUOTED_TERMS).join('、');
  if (points >= needed && points >= others * otherSubjectWeight) {
    return { kind: 'environmental', points, trace: `环境线索${points}分，其他事项${others}分` };
  }
  if (others === 0) return { kind: 'unknown', trace: `环境线索${points}分，不足以判断` };
  return { kind: 'not-environmental', trace: `其他事项${others}分（${otherTerms}），环境线索${points}分` };
}

function beside(matter: 'not-environmental' | 'unknown', trace: string): Classification {
  return { types: [], subtypes: [], matter, competent: false, urgency: 'normal', score: 0, trace: [trace] };
}

/** The subtypes by points, most first. */
function tallySubtypes(signs: readonly Sign[], { taxonomy }: ClassificationRules): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { sign, source, term, points } of signs) {
    const meaning = taxonomy.signs[sign]!;
    const subtype = (source && meaning.bySource?.[source]) ?? meaning.subtype;
    if (subtype) add(tallies, subtype, points, term);
  }
  return new Map([...tallies].sort(([, a], [, b]) => b.points - a.points));
}

/** The types that have points enough, most first; where none has, the nearest; where no subtype is known, 其他. */
function reportedTypes(subtypes: ReadonlyMap<string, Tally>, rules: ClassificationRules): Map<PollutionType, number> {
  const { reportPoints, reportShare } = rules.taxonomy.thresholds;
  const points = typePoints(subtypes, rules);
  // 其他 means what no other type names.
  if (points.size > 1) points.delete('其他');
  const ranked = [...points].sort(([, a], [, b]) => b - a);
  const [first] = ranked;
  if (!first) return new Map([['其他', 0]]);
  const least = Math.max(reportPoints, reportShare * first[1]);
  return new Map([first, ...ranked.slice(1).filter(([, typePoints]) => typePoints >= least)]);
}

function typePoints(
  subtypes: ReadonlyMap<string, Tally>,
  { taxonomy }: ClassificationRules,
): Map<PollutionType, number> {
  const points = new Map<PollutionType, number>();
  const [subject] = subtypes.keys();
  for (const [subtype, tally] of subtypes) {
    const { types, typeAsSubject } = taxonomy.subtypes[subtype]!;
    const all = subtype === subject && typeAsSubject ? [typeAsSubject, ...types] : types;
    for (const type of all) points.set(type, (points.get(type) ?? 0) + tally.points);
  }
  return points;
}

/**
 * The matters, the one that decides first: that of the strongest subtype on the side that has more points in all, the bureau's own
 * or the other departments'. One loud word must not carry off a complaint that is mostly about something else.
 */
function mattersOf(
  named: readonly string[],
  tallies: ReadonlyMap<string, Tally>,
  rules: ClassificationRules,
): string[] {
  const matterOf = (subtype: string): string => rules.taxonomy.subtypes[subtype]!.matter;
  const pointsOf = (subtypes: readonly string[]): number =>
    sum(subtypes.map((subtype) => tallies.get(subtype)!.points));
  const own = named.filter((subtype) => rules.ownMatters.has(matterOf(subtype)));
  const others = named.filter((subtype) => !own.includes(subtype));
  const ordered = pointsOf(own) > pointsOf(others) ? [...own, ...others] : [...others, ...own];
  return [...new Set(ordered.map(matterOf))];
}

function matterWithoutSubtype({ signs }: Evidence): string {
  return signs.some(({ sign }) => sign === 'bureau') ? 'environmental-administration' : 'pollution';
}

function traceOf(
  named: readonly string[],
  tallies: ReadonlyMap<string, Tally>,
  { taxonomy }: ClassificationRules,
): string[] {
  return named.map((subtype) => {
    const { points, because } = tallies.get(subtype)!;
    return `${taxonomy.subtypes[subtype]!.name}${points}分：${because.slice(0, QUOTED_TERMS).join('、')}`;
  });
}

function add(tallies: Map<string, Tally>, key: string, points: number, because: string): void {
  const tally = tallies.get(key);
  if (!tally) tallies.set(key, { points, because: [because] });
  else {
    tally.points += points;
    tally.because.push(because);
  }
}

function scoreOf(points: number): number {
  return Math.round((1 - SCORE_BASE ** points) * 100) / 100;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
