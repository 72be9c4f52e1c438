import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { describe, expect, it } from 'vitest';
import type { NameForm } from '../../../domain/place/names.ts';
import { entriesOf } from '../../../domain/text/term-index.ts';
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

/** 自己 occurs 34 times as often as all words that begin with 己 together, 环境 1.2 times as often as those with 境. */
const MOST_LIKELY = 3;

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

describe('a common word that begins with the second half of a county’s name', () => {
  const cities = homesOf('short');
  const homes = [...homesOf('county')].filter(([name]) => name.length === 2 && !cities.has(name));
  const begins = [...gazetteer.names.values()].map(([first]) => first);
  const beginning = Map.groupBy(words, ({ word }) => word[0]);
  const restTimes = (rest: string) => (beginning.get(rest) ?? []).reduce((sum, { times }) => sum + times, 0);
  /** What is left of it, as 己 of 自己, hardly begins a word of its own: so the word is meant, and not the county. */
  const taken = words.filter(
    ({ word, times }) =>
      word.length === 2 &&
      times >= 1000 &&
      !isOfPlaceOrPerson(word) &&
      times >= MOST_LIKELY * restTimes(word[1]!) &&
      !begins.includes(word[1]!),
  );

  it('is the word, in every province', () => {
    const texts = homes.flatMap(([name, own]) =>
      taken
        .filter(({ word }) => word[0] === name[1])
        .flatMap(({ word }) => [...own].map((home) => ({ text: `${name}${word[1]}没有人管`, home }))),
    );
    expect(texts.length).toBeGreaterThan(30);
    expect(texts.filter(({ text, home }) => placed(text, home) !== 'unknown')).toEqual([]);
    expect(placed('宝应该有人管', '320000')).toBe('unknown');
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
