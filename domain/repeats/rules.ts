import type { Lexicon } from '../classification/lexicon.ts';
import type { Model, ShortTexts } from '../classification/model.ts';
import { termsOf } from '../classification/term-lists.ts';
import { compileGlossary, type Glossary } from '../text/english.ts';
import { compileFolding, type Folding } from '../text/folding.ts';
import { type PackedTold, packTold } from '../text/packed-terms.ts';
import { compileTerms, openTerms, type TermIndex } from '../text/term-index.ts';

/** Terms of the field, parted by spaces. */
type TermList = string;

/** What the last words of a name say it is; `nearby` stands after a name that has no such words: "阳光水岸楼下". */
export type NameKind = 'estate' | 'landmark' | 'nearby' | 'village' | 'site' | 'road' | 'town' | 'county' | 'division';

/** 重复件的词语: how places are named, and how people complain of the way an earlier complaint was handled. */
export interface RepeatTerms {
  readonly version: string;
  /** The words that names end in, by what they name. */
  readonly nameEndings: Readonly<Record<NameKind, TermList>>;
  /** Words that are no part of a name: one ends before them and begins after them. */
  readonly boundaries: TermList;
  /** Words that hold a boundary and are part of a name all the same: 太平, 丽都. */
  readonly nameWords: TermList;
  /** Characters that sound alike, tones aside, as dictionaries group them: a name written by ear is the same name. */
  readonly soundAlike: TermList;
  /** Words that many names have and that distinguish none, such as 国际 or 化工. */
  readonly commonParts: TermList;
  /**
   * Signs and sources of the lexicon that people name one for another: each line counts as its first. Whatever comes of
   * one of the `wholes` is one matter: the stench of a farm, its dung and the black ditch behind it.
   */
  readonly alike: {
    readonly signs: readonly TermList[];
    readonly sources: readonly TermList[];
    readonly wholes: TermList;
  };
  /** Signs that everybody names and that tell one matter from another no more than "please help". */
  readonly generalSigns: TermList;
  readonly handling: {
    /** What an organ does with a complaint: 回复, 处理结果. */
    readonly answers: TermList;
    /** What people find wrong with it, wherever they say so: 不属实, 造假. Tells nothing where no answer is named. */
    readonly dissent: TermList;
    /** That all is as before: 照样, 仍未. Many say so of the matter itself, so it counts close to an answer only. */
    readonly unchanged: TermList;
    /** Words that accuse the handling by themselves: 虚假整改. */
    readonly accusations: TermList;
    /** Words that refer to a certain earlier complaint: 上次投诉. */
    readonly earlier: TermList;
  };
  readonly limits: RepeatLimits;
  /** Only in a bundle: what the lists come to with those of the lexicon. */
  readonly cues?: PackedTold<Cue> | undefined;
}

export interface RepeatLimits {
  /** Two texts at one place with at least this likeness are the same matter, whatever the words. */
  readonly sameWording: number;
  /** The least likeness where only one road or town agrees, or where neither text names a sign of pollution. */
  readonly similarWording: number;
  /** The same where both complain of one thing from one kind of source. */
  readonly sourceWording: number;
  /** From this likeness on one text is a copy of the other, or both are one letter about two places. */
  readonly template: number;
  /** From this share on a few words stand whole in the other text. */
  readonly containedWording: number;
  /** The least likeness where neither text names a place. */
  readonly copiedWording: number;
  /** The least likeness that bears out a single name in common, which may be a chance. */
  readonly anyWording: number;
  /** The share of the subjects of the one that names fewer. */
  readonly sameSubjects: number;
  /** 0–9: from here on a complaint is about how an earlier one was handled. */
  readonly handling: number;
  /** So many days apart, one thing named at one place is one matter, whatever is complained of. */
  readonly sameThingWithinDays: number;
  /** An open case older than this is no longer joined, only linked. */
  readonly joinWithinDays: number;
}

/** What a term tells about repeats. */
export type Cue =
  | { readonly kind: 'boundary' }
  | { readonly kind: 'sign' | 'origin'; readonly name: string }
  | { readonly kind: 'answer' | 'dissent' | 'unchanged' | 'accusation' | 'earlier' };

const SHORTEST_SOURCE = 2;

/** The rules of repeats, ready for use. Prepare them once: that costs some milliseconds. */
export interface RepeatRules {
  readonly cues: TermIndex<readonly [readonly Cue[]]>;
  readonly endings: TermIndex<readonly [NameKind]>;
  /** Endings of estates, by sound. */
  readonly estateSounds: TermIndex<readonly [true]>;
  readonly commonParts: TermIndex<readonly [true]>;
  /** What an English text is read by. */
  readonly glossary: Glossary;
  /** Each character as the first of those that sound like it. */
  readonly sounds: Folding;
  readonly limits: RepeatLimits;
  /** What tells in few words that a complaint is about handling, beside the cues. */
  readonly handling?: ShortTexts | undefined;
}

/**
 * The lexicon of classification says what a text is about; signs of pollution also end a name. Throws a RangeError
 * where the terms name a sign or source that the lexicon does not know.
 */
function cuesOf(terms: RepeatTerms, lexicon: Lexicon): Map<string, Cue[]> {
  const cues = new Map<string, Cue[]>();
  const add = (list: TermList | readonly string[], ...told: Cue[]): void => {
    for (const term of typeof list === 'string' ? wordsOf(list) : list)
      cues.set(term, [...(cues.get(term) ?? []), ...told]);
  };
  add(terms.boundaries, { kind: 'boundary' });
  add(terms.nameWords);
  add(terms.handling.answers, { kind: 'answer' }, { kind: 'boundary' });
  add(terms.handling.dissent, { kind: 'dissent' }, { kind: 'boundary' });
  add(terms.handling.unchanged, { kind: 'unchanged' }, { kind: 'boundary' });
  add(terms.handling.accusations, { kind: 'accusation' }, { kind: 'boundary' });
  add(terms.handling.earlier, { kind: 'earlier' }, { kind: 'boundary' });
  const firstSigns = firstsOf(terms.alike.signs, lexicon.signs);
  const firstSources = firstsOf(terms.alike.sources, lexicon.sources);
  const general = new Set(knownOnly(wordsOf(terms.generalSigns), lexicon.signs));
  const wholes = new Set(knownOnly(wordsOf(terms.alike.wholes), lexicon.sources));
  const sources = new Map<string, Cue[]>();
  for (const [name, list] of Object.entries(lexicon.sources)) {
    const origin = { kind: 'origin', name: firstSources.get(name) ?? name } as const;
    const told = wholes.has(origin.name) ? [origin, { ...origin, kind: 'sign' } as const] : [origin];
    for (const term of termsOf(list, lexicon)) sources.set(term, told);
  }
  for (const [name, { strong = '', medium = '' }] of Object.entries(lexicon.signs)) {
    const told = general.has(name) ? [] : [{ kind: 'sign', name: firstSigns.get(name) ?? name } as const];
    for (const term of termsOf(`${strong} ${medium}`, lexicon))
      add([term], ...told, ...sourcesWithin(term, sources), { kind: 'boundary' });
  }
  for (const [term, told] of sources) add([term], ...told);
  return cues;
}

/** "酒吧噪声" tells of the bar too, for it is found as one word. */
function sourcesWithin(term: string, sources: ReadonlyMap<string, readonly Cue[]>): Cue[] {
  const lengths = Array.from({ length: Math.max(0, term.length - SHORTEST_SOURCE) }, (_, i) => i + SHORTEST_SOURCE);
  const within = lengths.flatMap((length) =>
    Array.from({ length: term.length - length + 1 }, (_, start) => term.slice(start, start + length)),
  );
  const told = within.flatMap((word) => sources.get(word) ?? []);
  return [...new Map(told.map((cue) => [JSON.stringify(cue), cue])).values()];
}

/** The cues as a bundle carries them; throws as below. */
export const packCues = (terms: RepeatTerms, lexicon: Lexicon): PackedTold<Cue> =>
  packTold(cuesOf(terms, lexicon), compileFolding(lexicon.characters));

/** Ready for use; throws a RangeError as `packCues` does, unless they were packed. */
export function compileRepeatRules(
  terms: RepeatTerms,
  lexicon: Lexicon,
  { handling }: Pick<Model, 'handling'> = {},
): RepeatRules {
  const folding = compileFolding(lexicon.characters);
  const { told, packed } = terms.cues ?? packCues(terms, lexicon);
  const endings = Object.entries(terms.nameEndings).flatMap(([kind, list]) =>
    wordsOf(list).map((word) => [word, kind as NameKind] as const),
  );
  const sounds = soundsOf(terms.soundAlike, folding);
  return {
    cues: openTerms([{ packed, tell: (_, number) => told[number]! }], folding),
    endings: compileTerms(endings, folding),
    estateSounds: compileTerms(
      wordsOf(terms.nameEndings.estate)
        .filter(isPart)
        .map((word) => [word, true]),
      sounds,
    ),
    sounds,
    glossary: compileGlossary(lexicon.english),
    commonParts: compileTerms(
      [...wordsOf(terms.commonParts), ...endings.map(([word]) => word)].filter(isPart).map((word) => [word, true]),
      folding,
    ),
    limits: terms.limits,
    handling,
  };
}

function soundsOf(groups: TermList, folding: Folding): Folding {
  const firsts = Uint16Array.from({ length: folding.length }, (_, unit) => unit);
  for (const group of wordsOf(groups)) for (const each of group) firsts[each.charCodeAt(0)] = group.charCodeAt(0);
  return folding.map((unit) => firsts[unit]!);
}

/** The first of its line, for each name that is not. */
function firstsOf(lines: readonly TermList[], known: object): Map<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const [first = '', ...others] = knownOnly(wordsOf(line), known);
      return others.map((name) => [name, first] as const);
    }),
  );
}

function knownOnly(names: string[], known: object): string[] {
  const unknown = names.find((name) => !(name in known));
  if (unknown) throw new RangeError(`repeats name "${unknown}", which the lexicon does not know`);
  return names;
}

/** A single character, such as 园, distinguishes as well as any other. */
function isPart(word: string): boolean {
  return word.length > 1;
}

function wordsOf(list: TermList): string[] {
  return list.split(' ').filter((word) => word !== '');
}
