import { type Found, findTerms } from '../text/terms.ts';
import type { Circumstance } from './lexicon.ts';
import type { ClassificationRules, Term } from './rules.ts';

/** One sign found in a text; a term said twice is one sign with more points. */
export interface Sign {
  readonly sign: string;
  readonly term: string;
  readonly points: number;
  /** The source nearest to it in its sentence, else the one named last before it, else the first of the text. */
  readonly source?: string | undefined;
}

/** What the words of a text tell, before any rule has weighed it. */
export interface Evidence {
  readonly signs: readonly Sign[];
  readonly circumstances: ReadonlySet<Circumstance>;
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
/** How many characters may stand between a negator and what it negates. */
const NEGATION_REACH = 2;

/** Reads a text once, from left to right. */
export function readEvidence(text: string, rules: ClassificationRules): Evidence {
  const mentions = affirmed(inSentences(findTerms(text, rules.terms)));
  const first = firstMentions(mentions);
  return {
    signs: signsOf(first, mentions),
    circumstances: new Set(mentions.flatMap(({ value }) => value.roles.flatMap(circumstanceOf))),
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
    const negated = before?.value.roles.some(({ kind }) => kind === 'negator') ?? false;
    return !negated || before!.sentence !== mention.sentence || mention.start - before!.end > NEGATION_REACH;
  });
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

function signsOf(firsts: readonly FirstMention[], mentions: readonly Mention[]): Sign[] {
  const sources = mentions.filter(({ value }) => value.roles.some(({ kind }) => kind === 'source'));
  return firsts.flatMap(({ mention, times }) =>
    mention.value.roles.flatMap((role) => {
      if (role.kind !== 'sign') return [];
      const points = weightOf(mention, times) * role.points;
      return [{ sign: role.sign, term: mention.value.term, points, source: sourceOf(mention, sources) }];
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

function sourceOf(sign: Mention, sources: readonly Mention[]): string | undefined {
  let nearest: Mention | undefined;
  for (const source of sources) {
    if (source.sentence > sign.sentence) break;
    if (source.sentence < sign.sentence || !nearest || nearest.sentence < sign.sentence) nearest = source;
    else if (Math.abs(source.start - sign.start) < Math.abs(nearest.start - sign.start)) nearest = source;
  }
  return sourceNameOf(nearest ?? sources[0]);
}

function sourceNameOf(mention: Mention | undefined): string | undefined {
  const role = mention?.value.roles.find(({ kind }) => kind === 'source');
  return role?.kind === 'source' ? role.source : undefined;
}

function circumstanceOf(role: Term['roles'][number]): Circumstance[] {
  return role.kind === 'circumstance' ? [role.circumstance] : [];
}
