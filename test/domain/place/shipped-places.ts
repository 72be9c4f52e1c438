import { readFileSync } from 'node:fs';
import { gazetteerSchema } from '../../../config/schemas/gazetteer.ts';
import { lexiconSchema } from '../../../config/schemas/lexicon.ts';
import { compileGazetteer, type GazetteerList } from '../../../domain/place/gazetteer.ts';
import { locate } from '../../../domain/place/locate.ts';

const config = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../config/${file}`, import.meta.url), 'utf8'));

const LISTS = ['national', 'demo', 'towns/demo', 'towns/jiangsu', 'towns/yunnan'];

export const lists: readonly GazetteerList[] = LISTS.map((file) =>
  gazetteerSchema.parse(config(`gazetteer/${file}.json`)),
);
export const lexicon = lexiconSchema.parse(config('lexicon.json'));

/** The places as they are shipped, with the towns of all provinces that have them. */
export const gazetteer = compileGazetteer(lists, lexicon.characters);

/** Where a text is: code, and the codes beyond a border; "unknown" where nothing is certain. */
export const placed = (text: string, home: string): string => {
  const place = locate({ text }, gazetteer, home);
  const beside = place?.neighbours?.map(({ division }) => division) ?? [];
  return [place === undefined || place.division === '000000' ? 'unknown' : place.division, ...beside].join(' | ');
};
