import { type CharacterVariants, compileFolding } from '../text/folding.ts';
import { type PackedTold, packTold } from '../text/packed-terms.ts';
import { openTerms, type TermIndex } from '../text/term-index.ts';
import { chainOf, type Division } from './division.ts';
import { formerNamesOf, type NameForm, namesOf } from './names.ts';

/** A list of divisions, such as those of one day, or the towns of one province. */
export interface GazetteerList {
  /** Where the list comes from and when it ends. */
  readonly source: string;
  readonly divisions: Readonly<Record<Division, string>>;
  /** Divisions founded after the list's end, and where that was announced. */
  readonly added?: Readonly<Record<Division, string>> | undefined;
  readonly addedSource?: string | undefined;
  /**
   * Names that people still write, by the first year without them, each with what it belongs to now: one code, or
   * several parted by spaces.
   */
  readonly former?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined;
  readonly formerSource?: string | undefined;
  /** Short names that are ordinary words (安宁), and ordinary words that only hold one (大理石); parted by spaces. */
  readonly ordinary?: { readonly names: string; readonly words: string } | undefined;
  readonly ordinarySource?: string | undefined;
  /** Only in a bundle, beside the first list: the names of all lists of the province. */
  readonly packed?: PackedNames | undefined;
}

/** All names with their uses, worked out when the bundle is built. */
export interface PackedNames {
  readonly terms: PackedTold<WrittenUse>;
  readonly boundTerms: PackedTold<WrittenUse>;
}

/** Division, form, and what it lies within, parted by blanks. */
type WrittenUse = string;

/** A name in use for a division. */
export interface NameUse {
  readonly division: Division;
  readonly form: NameForm;
  /** The next larger area that has a name. */
  readonly within: Division | undefined;
}

/** 地名库, ready for use. Prepare it once: some ten milliseconds for the whole country. */
export interface Gazetteer {
  readonly names: ReadonlyMap<Division, string>;
  /** Names that can stand by themselves; one without a use is a word, no place. */
  readonly terms: TermIndex<readonly [readonly NameUse[]]>;
  /** Names that count beside another or at home only. They are looked for there alone: "徐州和安徽" names no 和安. */
  readonly boundTerms: TermIndex<readonly [readonly NameUse[]]>;
}

/** The divisions of several lists, later lists before earlier ones. */
export function divisionsOf(lists: readonly GazetteerList[]): Map<Division, string> {
  return new Map(lists.flatMap(({ divisions, added }) => Object.entries({ ...divisions, ...added })));
}

/** Later lists win over earlier ones. */
export function compileGazetteer(lists: readonly GazetteerList[], characters: CharacterVariants): Gazetteer {
  const folding = compileFolding(characters);
  const names = lists.find(({ packed }) => packed !== undefined)?.packed ?? packNames(lists, characters);
  const open = ({ told, packed: terms }: PackedTold<WrittenUse>) =>
    openTerms<readonly [readonly NameUse[]]>(
      [{ packed: terms, tell: (_, number) => told[number]!.map(readUse) }],
      folding,
    );
  return { names: divisionsOf(lists), terms: open(names.terms), boundTerms: open(names.boundTerms) };
}

/** The names as a bundle carries them. */
export function packNames(lists: readonly GazetteerList[], characters: CharacterVariants): PackedNames {
  const names = divisionsOf(lists);
  const [uses, boundUses] = [new Map<string, NameUse[]>(), new Map<string, NameUse[]>()];
  const add = (name: string, division: Division, form: NameForm): void => {
    const within = chainOf(division).findLast((area) => area !== division && names.has(area));
    const use = { division, form, within };
    const kept = form === 'bound' || form === 'county' ? boundUses : uses;
    kept.set(name, [...(kept.get(name) ?? []), use]);
  };
  const ordinary = new Set(wordsOf(lists, 'names'));
  for (const [division, name] of names) {
    for (const [written, form] of namesOf(name, division, ordinary)) add(written, division, form);
  }
  for (const [name, codes] of lists.flatMap(({ former = {} }) => Object.values(former).flatMap(Object.entries))) {
    for (const division of codes.split(' ')) {
      for (const [written, form] of formerNamesOf(name, ordinary)) add(written, division, form);
    }
  }
  for (const word of wordsOf(lists, 'words')) if (!uses.has(word)) uses.set(word, []);
  const folding = compileFolding(characters);
  // A name of both kinds, such as 开平, is found as the one that stands by itself.
  for (const [name, bound] of boundUses) uses.get(name)?.push(...bound);
  return { terms: packTold(written(uses), folding), boundTerms: packTold(written(boundUses), folding) };
}

const written = (uses: ReadonlyMap<string, readonly NameUse[]>): Map<string, WrittenUse[]> =>
  new Map(
    [...uses].map(([name, all]) => [
      name,
      all.map(({ division, form, within = '' }) => `${division} ${form} ${within}`),
    ]),
  );

function readUse(written: WrittenUse): NameUse {
  const [division, form, within] = written.split(' ') as [Division, NameForm, Division];
  return { division, form, within: within || undefined };
}

/** Full name for people, from the province down. */
export function fullNameOf(chain: readonly Division[], names: ReadonlyMap<Division, string>): string {
  return chain.map((division) => names.get(division) ?? '').join('');
}

function wordsOf(lists: readonly GazetteerList[], kind: 'names' | 'words'): string[] {
  return lists.flatMap(({ ordinary }) => ordinary?.[kind].split(' ') ?? []);
}
