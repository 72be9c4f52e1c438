import { type Found, findTerms } from '../text/terms.ts';
import type { Circumstance } from './lexicon.ts';
import type { ClassificationRules, Role, Term } from './rules.ts';
import type { Taxonomy } from './taxonomy.ts';

/** One sign found in a text; a term said twice is one sign with more points. */
export interface Sign {
  readonly sign: string;
  readonly term: string;
  readonly points: number;
  /** Of the sources that can cause it: the nearest in its sentence, else the last one before, else the first after. */
  readonly source?: string | undefined;
}

/** What the words of a text tell, before any rule has weighed it. */
export interface Evidence {
  readonly signs: readonly Sign[];
  /** What each sentence tells of circumstances, together with the sentence after it. */
  readonly circumstances: readonly ReadonlySet<Circumstance>[];
  /** Terms that are subjects of other departments, with their points. */
  readonly otherSubjects: ReadonlyMap<string, number>;
}

interface Mention extends Found<Term> {
  readonly sentence: number;
}

/** Terms in the first characters name the subject of a complaint, so they count half as much again. */
const HEAD_LENGTH = 60;
const HEAD_WEIGHT = 1.5;
/** A term said again adds this share of its points, once. */
const REPEAT_WEIGHT = 0.5;
/** How many characters may stand between a negator and what it negates; a single character, such as 不, must stand right before it. */
const NEGATION_REACH = 2;

/** Reads a text once, from left to right. */
export function readEvidence(text: string, rules: ClassificationRules): Evidence {
  const mentions = affirmed(inSentences(findTerms(text, rules.terms)));
  const first = firstMentions(mentions);
  return {
    signs: signsOf(first, sourcesIn(mentions), rules.taxonomy),
    circumstances: circumstancesIn(mentions),
    otherSubjects: otherSubjectsOf(first),
  };
}

function inSentences(found: readonly Found<Term>[]): Mention[] {
  let sentence = 0;
  return found.map((mention) => {
    if (mention.value.roles.some(({ kind }) => kind === 'sentence-end')) sentence += 1;
    return { ...mention, sentence };
  });
}

/** Leaves out what a negator just before it denies: "无异味", "没有造成污染". */
function affirmed(mentions: readonly Mention[]): Mention[] {
  return mentions.filter((mention, i) => {
    const before = mentions[i - 1];
    const negated = before?.value.roles.some(({ kind }) => kind === 'negator') && mention.value.roles.some(isDeniable);
    return !negated || before!.sentence !== mention.sentence || mention.start - before!.end > reachOf(before!);
  });
}

function reachOf(negator: Mention): number {
  return negator.end - negator.start > 1 ? NEGATION_REACH : 0;
}

function isDeniable(role: Role): boolean {
  return role.kind === 'circumstance' || (role.kind === 'sign' && role.deniable);
}

interface FirstMention {
  readonly mention: Mention;
  times: number;
}

function firstMentions(mentions: readonly Mention[]): FirstMention[] {
  const byTerm = new Map<string, FirstMention>();
  for (const mention of mentions) {
    const first = byTerm.get(mention.value.term);
    if (first) first.times += 1;
    else byTerm.set(mention.value.term, { mention, times: 1 });
  }
  return [...byTerm.values()];
}

interface SourceMention {
  readonly source: string;
  readonly start: number;
  readonly sentence: number;
}

function sourcesIn(mentions: readonly Mention[]): SourceMention[] {
  return mentions.flatMap(({ value, start, sentence }) =>
    value.roles.flatMap((role) => (role.kind === 'source' ? [{ source: role.source, start, sentence }] : [])),
  );
}

function signsOf(firsts: readonly FirstMention[], sources: readonly SourceMention[], taxonomy: Taxonomy): Sign[] {
  return firsts.flatMap(({ mention, times }) =>
    mention.value.roles.flatMap((role) => {
      if (role.kind !== 'sign') return [];
      const known = taxonomy.signs[role.sign]?.bySource ?? {};
      const able = sources.filter(({ source }) => source in known);
      const source = sourceOf(mention, able, taxonomy.passiveSources);
      return [{ sign: role.sign, term: mention.value.term, points: weightOf(mention, times) * role.points, source }];
    }),
  );
}

function otherSubjectsOf(firsts: readonly FirstMention[]): Map<string, number> {
  const subjects = new Map<string, number>();
  for (const { mention, times } of firsts) {
    for (const role of mention.value.roles) {
      if (role.kind === 'other-subject') subjects.set(mention.value.term, weightOf(mention, times) * role.points);
    }
  }
  return subjects;
}

function weightOf({ start }: Mention, times: number): number {
  return (start < HEAD_LENGTH ? HEAD_WEIGHT : 1) + (times > 1 ? REPEAT_WEIGHT : 0);
}

function sourceOf(sign: Mention, able: readonly SourceMention[], passive: readonly string[]): string | undefined {
  const beside = able.filter(({ sentence }) => sentence === sign.sentence);
  const active = beside.filter(({ source }) => !passive.includes(source));
  const near = active.length > 0 ? active : beside;
  const before = able.findLast(({ sentence }) => sentence < sign.sentence);
  return (nearestTo(sign, near) ?? before ?? able[0])?.source;
}

function nearestTo(sign: Mention, sources: readonly SourceMention[]): SourceMention | undefined {
  const [first, ...others] = sources;
  return others.reduce(
    (nearest, source) => (distance(source, sign) < distance(nearest!, sign) ? source : nearest),
    first,
  );
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
