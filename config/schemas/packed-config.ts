import { readFileSync } from 'node:fs';
import type { Lexicon } from '../../domain/classification/lexicon.ts';
import { spellOut } from '../../domain/classification/spelled-out.ts';
import { type GazetteerList, packNames } from '../../domain/place/gazetteer.ts';
import { packCues, type RepeatTerms } from '../../domain/repeats/rules.ts';

/** Paths of the lists of rules that a bundle carries with their terms worked out. */
export interface PackedSources {
  readonly lexicon: string;
  readonly repeats: string;
  /** Those of the province that there are, the national one first. */
  readonly gazetteers: readonly string[];
}

/**
 * The contents of `lexicon.json`, `repeats.json` and `gazetteer.json` as a bundle carries them: every term is worked out,
 * and what only told how is left out, so that a start has little more to do than to read them.
 */
export function packedConfig({ lexicon: path, repeats, gazetteers }: PackedSources): ReadonlyMap<string, string> {
  const lexicon = read<Lexicon>(path);
  const terms = read<RepeatTerms>(repeats);
  const lists = gazetteers.map(read<GazetteerList>);
  return new Map(
    Object.entries({
      'lexicon.json': { ...withoutLists(lexicon), spelledOut: spellOut(lexicon) },
      'repeats.json': { ...terms, cues: packCues(terms, lexicon) },
      'gazetteer.json': { ...lists[0], packed: packNames(lists, lexicon.characters) },
    }).map(([file, content]) => [file, JSON.stringify(content)]),
  );
}

/** What is spelled out is carried once; sources also tell industries. */
function withoutLists(lexicon: Lexicon): Omit<Lexicon, 'circumstances' | 'outcomes'> {
  const { circumstances, outcomes, ...kept } = lexicon;
  return {
    ...kept,
    ...{ slips: '', signs: {}, measures: {}, incidents: {}, otherSubjects: {}, negators: '', neutral: '' },
    pairs: lexicon.pairs.map((pair) => ({ ...pair, first: '', second: '' })),
  };
}

const read = <File>(path: string): File => JSON.parse(readFileSync(path, 'utf8')) as File;
