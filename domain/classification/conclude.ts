import type { Classification } from './classification.ts';
import type { Evidence } from './evidence.ts';
import type { Incident } from './incident.ts';
import { logitOf } from './model.ts';
import type { Outcome } from './outcome.ts';
import type { ClassificationRules } from './rules.ts';
import { reportedSubtypes, reportedTypes, type Tally, tallySubtypes } from './tally.ts';
import { totalsOf } from './totals.ts';
import { urgencyOf } from './urgency.ts';

/** How fast the score nears 1: six points, two strong terms, make 0.75. */
const SCORE_BASE = 0.794;
const QUOTED_TERMS = 6;
const INCIDENT_POINTS = 6;
const ON_INCIDENT = { kind: 'environmental', trace: '突发事件，不待权衡' } as const;

/** What evidence from so many characters of text comes to. An incident is an emergency whatever else is weighed. */
export function conclude(
  told: Evidence,
  length: number,
  rules: ClassificationRules,
  incident: Incident | undefined,
): Classification {
  const evidence = incident ? withIncident(told, incident) : told;
  const balance = incident ? ON_INCIDENT : weigh(evidence, length, rules);
  if (balance.kind !== 'environmental') return beside(balance.kind, balance.trace);
  const subtypes = tallySubtypes(evidence.signs, rules);
  const types = reportedTypes(subtypes, rules);
  const named = reportedSubtypes(subtypes, rules);
  const [matter = matterWithoutSubtype(evidence), ...otherMatters] = mattersOf(named, subtypes, rules);
  const { urgency, reason, alert } = incident
    ? ({ urgency: 'emergency', reason: `${incident.reason}（${incident.because.join('、')}）` } as const)
    : urgencyOf(evidence.circumstances, named);
  return {
    types: [...types.keys()],
    subtypes: named,
    matter,
    otherMatters,
    competent: rules.ownMatters.has(matter),
    urgency,
    ...(alert && { alerts: [alert] }),
    ...(incident && { incidentKind: incident.kind }),
    score: scoreOf([...types.values()][0]!),
    trace: [balance.trace, ...traceOf(named, subtypes, rules), ...(reason ? [`紧急程度：${reason}`] : [])],
  };
}

type Balance =
  | { readonly kind: 'environmental'; readonly trace: string }
  | { readonly kind: 'not-environmental' | 'unknown'; readonly trace: string };

function weigh(evidence: Evidence, length: number, rules: ClassificationRules): Balance {
  const { signs, otherSubjects } = evidence;
  const { taxonomy, model } = rules;
  const { environmentalPoints, environmentalPointsPerThousand, otherSubjectWeight } = taxonomy.thresholds;
  const points = sum(signs.map((sign) => sign.points));
  const others = sum([...otherSubjects.values()]);
  const needed = environmentalPoints + (environmentalPointsPerThousand * length) / 1000;
  const otherTerms = [...otherSubjects.keys()].slice(0, QUOTED_TERMS).join('、');
  const isEnvironmental = model?.environmental
    ? points > 0 && logitOf(model.environmental, totalsOf(evidence, length, rules)) > 0
    : points >= needed && points > others * otherSubjectWeight;
  if (isEnvironmental) {
    return { kind: 'environmental', trace: `环境线索${points}分，其他事项${others}分` };
  }
  if (others === 0) return { kind: 'unknown', trace: `环境线索${points}分，不足以判断` };
  return { kind: 'not-environmental', trace: `其他事项${others}分（${otherTerms}），环境线索${points}分` };
}

/** What complains of nothing has a matter of its own, for a person to confirm. */
export function withoutComplaint(outcome: Outcome, because: readonly string[]): Classification {
  return beside(outcome, `并非投诉：${because.slice(0, QUOTED_TERMS).join('、')}，待人工确认`);
}

function beside(matter: Outcome | 'not-environmental' | 'unknown', trace: string): Classification {
  return { types: [], subtypes: [], matter, competent: false, urgency: 'normal', score: 0, trace: [trace] };
}

/** What is named in an accident weighs more than what else the letter complains of. */
function withIncident(evidence: Evidence, { signs, because, isSum }: Incident): Evidence {
  if (isSum && evidence.signs.length > 0) return evidence;
  const told = signs.map((sign) => ({ sign, term: because.join('、'), points: INCIDENT_POINTS, isStrong: true }));
  return { ...evidence, signs: [...told, ...evidence.signs] };
}

/**
 * The matters, the one that decides first: that of the strongest subtype on the side that has more points in all, the
 * bureau's own or the other departments'. One loud word must not carry off a complaint that is mostly about something
 * else.
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

function scoreOf(points: number): number {
  return Math.round((1 - SCORE_BASE ** points) * 100) / 100;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
