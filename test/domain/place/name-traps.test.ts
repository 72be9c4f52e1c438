import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { describe, expect, it } from 'vitest';
import type { NameForm } from '../../../domain/place/names.ts';
import { entriesOf } from '../../../domain/text/terms.ts';
import { gazetteer, placed } from './shipped-places.ts';

/** The words of a dictionary with how often each occurs; `kind` is its part of speech. */
const words = Buffer.from(dict)
  .toString()
  .split('\n')
  .map((line) => line.split(' '))
  .flatMap(([word = '', times, kind = '']) => (kind === '' ? [] : [{ word, times: Number(times), kind }]));
const known = new Map(words.map((each) => [each.word, each]));

/** Short names of counties and cities with the provinces that have one. */
const homesOf = (...forms: NameForm[]): Map<string, Set<string>> => {
  const homes = new Map<string, Set<string>>();
  for (const index of [gazetteer.terms, gazetteer.boundTerms]) {
    for (const { term, value } of entriesOf(index)) {
      for (const { division } of value.filter(({ form }) => forms.includes(form))) {
        homes.set(term, (homes.get(term) ?? new Set()).add(`${division.slice(0, 2)}0000`));
      }
    }
  }
  return homes;
};

/** 和政 is cut 986 times by this measure, 武进 11.6, 沭阳 not once. */
const MOST_CUTS = 12;

const isOfPlaceOrPerson = (word: string): boolean => /^n[srt]/.test(known.get(word)?.kind ?? '');

describe('the short name of every county', () => {
  const jieba = Jieba.withDict(dict);
  const all = words.reduce((sum, { times }) => sum + times, 0);
  const byFirst = Map.groupBy(
    words.filter(({ word, times }) => times >= 100 && (word.length === 2 || word.length === 3)),
    ({ word }) => word[0],
  );

  /** How often words would cut a name in two by chance, as 和 and 政府 cut 和政 in "和政府": no unit, for comparison. */
  const timesCut = ([first, last]: string): number => {
    const oftenAlone = known.get(first!)?.times ?? 0;
    return (byFirst.get(last) ?? []).reduce((sum, { word, times }) => {
      const both = first + word;
      const isWord = known.has(both) && !isOfPlaceOrPerson(both);
      return isWord || jieba.cut(both)[0]!.startsWith(first! + last) ? sum : sum + (oftenAlone * times) / all;
    }, 0);
  };

  it('counts by itself only where other words seldom cut it in two', () => {
    const cities = homesOf('short');
    const names = [...homesOf('county').keys()].filter((name) => name.length === 2 && !cities.has(name));
    expect(names.length).toBeGreaterThan(900);
    expect(timesCut('和政')).toBeGreaterThan(100);
    expect(names.filter((name) => timesCut(name) > MOST_CUTS)).toEqual([]);
  });
});

describe('set phrases of the language', () => {
  const homes = homesOf('short', 'county', 'bound');
  const phrases = words.filter(({ word, kind }) => word.length === 4 && ['i', 'l', 'v', 'z'].includes(kind));

  it('name no place, in any province that has a name they hold', () => {
    const traps = phrases.flatMap(({ word }) =>
      [0, 1, 2].flatMap((at) =>
        [...(homes.get(word.slice(at, at + 2)) ?? [])]
          .filter((home) => placed(`这里${word}，${word}`, home) !== 'unknown')
          .map((home) => `${word} in ${home}`),
      ),
    );
    expect(phrases.length).toBeGreaterThan(10_000);
    expect(traps).toEqual([]);
  });
});
