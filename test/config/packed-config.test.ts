import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadRepeatRules, loadRules } from '../../bin/rules.ts';
import { packedConfig } from '../../config/schemas/packed-config.ts';
import { classify } from '../../domain/classification/classify.ts';
import type { Lexicon } from '../../domain/classification/lexicon.ts';
import { compileRules, withMatters } from '../../domain/classification/rules.ts';
import { compileGazetteer, type GazetteerList } from '../../domain/place/gazetteer.ts';
import { compileRepeatRules, type RepeatTerms } from '../../domain/repeats/rules.ts';
import { entriesOf } from '../../domain/text/term-index.ts';
import { lexicon, lists } from '../domain/place/shipped-places.ts';

const config = join(import.meta.dirname, '..', '..', 'config');
const packed = packedConfig({
  lexicon: join(config, 'lexicon.json'),
  repeats: join(config, 'repeats.json'),
  gazetteers: ['national', 'demo', 'towns/demo'].map((name) => join(config, 'gazetteer', `${name}.json`)),
});
const carried = <File>(name: string): File => JSON.parse(packed.get(name)!) as File;
const carriedLexicon = carried<Lexicon>('lexicon.json');
const sorted = <T>(entries: readonly { readonly term: string; readonly value: T }[]) =>
  entries.toSorted((one, other) => (one.term < other.term ? -1 : 1));

it('what a bundle carries classifies as the lists do', () => {
  const { rules, matters } = loadRules();
  const words = compileRules(rules.taxonomy, carriedLexicon, matters, {}, rules.model);
  for (const text of [
    '夜间施工吵得睡不着，楼下烧考摊油焉味大',
    '造纸厂的费水一股怪味，水泥厂的灰到处飘',
    '氨罐裂了，白雾往外冒，村里人都往外跑',
    '路灯坏了\n公交不来',
    'Black smoke from the cement plant every night, please help',
  ]) {
    expect(classify(text, withMatters(words, matters))).toEqual(classify(text, rules));
  }
});

it('what a bundle carries knows the same places and the same cues of repeats', () => {
  const [national, ...own] = lists.slice(0, 3);
  const plain = compileGazetteer([national!, ...own], lexicon.characters);
  const places = compileGazetteer([carried<GazetteerList>('gazetteer.json'), ...own], lexicon.characters);
  expect(sorted(entriesOf(places.terms))).toEqual(sorted(entriesOf(plain.terms)));
  expect(sorted(entriesOf(places.boundTerms))).toEqual(sorted(entriesOf(plain.boundTerms)));
  const repeats = compileRepeatRules(carried<RepeatTerms>('repeats.json'), carriedLexicon);
  expect(sorted(entriesOf(repeats.cues))).toEqual(sorted(entriesOf(loadRepeatRules().cues)));
});
