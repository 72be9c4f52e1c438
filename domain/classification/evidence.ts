import type { Circumstance } from './role.ts';
import type { Taxonomy } from './taxonomy.ts';
import type { Mention } from './term.ts';

/** One sign found in a text; a term said twice is one sign with more points. */
export interface Sign {
  readonly sign: string;
  readonly term: string;
  readonly points: number;
  /** Whether the term alone tells it. */
  readonly isStrong: boolean;
  /** Of the sources that can cause it: the nearest in its sentence, else the last one before, else the first after. */
  readonly source?: string | undefined;
}

/** What the words of a text tell, before any rule has weighed it. */
export interface Evidence {
  readonly signs: readonly Sign[];
  /** What each sentence tells of circumstances, together with the sentence after it. */
  readonly circumstances: readonly ReadonlySet<Circumstance>[];
  /** Terms that are subjects of other departments, with their points; what stands by the way adds up within a bound. */
  readonly otherSubjects: ReadonlyMap<string, number>;
}

/** Terms in the first characters name the subject of a complaint, so they count half as much again. */
const HEAD_LENGTH = 60;
const HEAD_WEIGHT = 1.5;
/** A term said again adds this share of its points, once. */
const REPEAT_WEIGHT = 0.5;

/** Points of all words such as 小区, 学校 and 物业 together: whoever describes a place names many. */
const STRONG = 3;
const MOST_BY_THE_WAY = 8;

/** A stretch of the text: what of its words counts, and where else its sources may be named. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /**
   * End of what introduces all parts, such as the name of the plant before "1."; its sources count before those of
   * other parts.
   */
  readonly introductionEnd: number;
}

/** What the terms tell, in the whole text or in a stretch of it. */
export function evidenceOf(mentions: readonly Mention[], taxonomy: Taxonomy, stretch?: Stretch): Evidence {
  const within = stretch ? between(mentions, stretch.start, stretch.end) : mentions;
  const groups = stretch
    ? [within, between(mentions, 0, stretch.introductionEnd), between(mentions, 0, stretch.start)]
    : [within];
  const first = firstMentions(within, stretch?.start ?? 0);
  return {
    signs: signsOf(first, groups.map(sourcesIn), taxonomy),
    circumstances: circumstancesIn(within),
    otherSubjects: otherSubjectsOf(first),
  };
}

function between(mentions: readonly Mention[], start: number, end: number): Mention[] {
  return mentions.filter((mention) => mention.start >= start && mention.end <= end);
}

interface FirstMention {
  readonly mention: Mention;
  /** Among the first words, which name the subject. */
  readonly atHead: boolean;
  times: number;
}

function firstMentions(mentions: readonly Mention[], from: number): FirstMention[] {
  const byTerm = new Map<string, FirstMention>();
  for (const mention of mentions) {
    const first = byTerm.get(mention.value.term);
    if (first) first.times += 1;
    else byTerm.set(mention.value.term, { mention, atHead: mention.start - from < HEAD_LENGTH, times: 1 });
  }
  return [...byTerm.values()];
}

interface SourceMention {
  readonly source: string;
  readonly start: number;
  readonly sentence: number;
}

function sourcesIn(mentions: readonly Mention[]): SourceMention[] {
  const sources: SourceMention[] = [];
  for (const { value, start, sentence } of mentions) {
    for (const role of value.roles) if (role.kind === 'source') sources.push({ source: role.source, start, sentence });
  }
  return sources;
}

/** `sources` by how near they are to the matter: the first group that names one able to cause a sign decides. */
function signsOf(
  firsts: readonly FirstMention[],
  sources: readonly (readonly SourceMention[])[],
  taxonomy: Taxonomy,
): Sign[] {
  const signs: Sign[] = [];
  const ableBySign = new Map<string, readonly SourceMention[]>();
  for (const first of firsts) {
    const { term, roles } = first.mention.value;
    for (const role of roles) {
      if (role.kind !== 'sign') continue;
      const { sign, points } = role;
      const able = ableBySign.get(sign) ?? ableIn(sources, taxonomy.signs[sign]?.bySource);
      ableBySign.set(sign, able);
      const source = sourceOf(first.mention, able, taxonomy.passiveSources);
      signs.push({ sign, term, points: weightOf(first) * points, isStrong: points >= STRONG, source });
    }
  }
  return signs;
}

/** Those of the first group that names any which can cause it. */
function ableIn(
  groups: readonly (readonly SourceMention[])[],
  bySource: Readonly<Record<string, string>> = {},
): readonly SourceMention[] {
  for (const group of groups) {
    const able = group.filter(({ source }) => source in bySource);
    if (able.length > 0) return able;
  }
  return [];
}

function otherSubjectsOf(firsts: readonly FirstMention[]): Map<string, number> {
  const subjects = new Map<string, number>();
  let byTheWay = 0;
  for (const first of firsts) {
    const { term, roles } = first.mention.value;
    for (const role of roles) {
      if (role.kind !== 'other-subject') continue;
      const points = weightOf(first) * role.points;
      const counted = role.points >= STRONG ? points : Math.min(points, MOST_BY_THE_WAY - byTheWay);
      byTheWay += role.points >= STRONG ? 0 : counted;
      if (counted > 0) subjects.set(term, counted);
    }
  }
  return subjects;
}

function weightOf({ atHead, times }: FirstMention): number {
  return (atHead ? HEAD_WEIGHT : 1) + (times > 1 ? REPEAT_WEIGHT : 0);
}

function sourceOf(sign: Mention, able: readonly SourceMention[], passive: readonly string[]): string | undefined {
  const beside = able.filter(({ sentence }) => sentence === sign.sentence);
  if (beside.length === 0) return (able.findLast(({ sentence }) => sentence < sign.sentence) ?? able[0])?.source;
  const active = beside.filter(({ source }) => !passive.includes(source));
  return nearestTo(sign, active.length > 0 ? active : beside).source;
}

function nearestTo(sign: Mention, sources: readonly SourceMention[]): SourceMention {
  return sources.reduce((nearest, source) => (distance(source, sign) < distance(nearest, sign) ? source : nearest));
}

function distance(source: SourceMention, sign: Mention): number {
  return Math.abs(source.start - sign.start);
}

function circumstancesIn(mentions: readonly Mention[]): Set<Circumstance>[] {
  const bySentence = new Map<number, Set<Circumstance>>();
  for (const { value, sentence } of mentions) {
    for (const role of value.roles) {
      if (role.kind !== 'circumstance') continue;
      for (const window of [sentence - 1, sentence]) {
        bySentence.set(window, (bySentence.get(window) ?? new Set()).add(role.circumstance));
      }
    }
  }
  return [...bySentence.values()];
}
