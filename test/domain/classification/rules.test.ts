import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadRules } from '../../../bin/rules.ts';
import { classify } from '../../../domain/classification/classify.ts';
import type { Lexicon } from '../../../domain/classification/lexicon.ts';
import { compileRules, withMatters } from '../../../domain/classification/rules.ts';
import { spellOut } from '../../../domain/classification/spelled-out.ts';
import type { Reporting } from '../../../domain/classification/taxonomy.ts';

const { rules, matters } = loadRules();
const { taxonomy } = rules;
const empty: Lexicon = {
  version: 'test',
  characters: { traditional: '', simplified: '' },
  slots: {},
  spellings: {},
  signs: {},
  measures: {},
  sources: {},
  circumstances: {
    'drinking-water': '',
    school: '',
    'many-people': '',
    pupils: '',
    crowd: '',
    'joint-letter': '',
    illness: '',
    health: '',
    night: '',
  },
  slips: '',
  pairs: [],
  incidents: {},
  outcomes: { offer: '', accusation: '', thanks: '', solved: '', unsolved: '', misdirected: '' },
  figures: { idioms: '', abstract: '' },
  english: {},
  otherSubjects: {},
  negators: '',
  neutral: '',
};

describe('rules that do not fit together', () => {
  it('name the sign that the taxonomy does not know', () => {
    expect(() => compileRules(taxonomy, { ...empty, signs: { perfume: { strong: '香水' } } }, matters)).toThrow(
      'perfume',
    );
  });

  it('name the matter that does not exist', () => {
    const subtypes = { odour: { name: '异味', types: ['大气' as const], matter: 'perfume' } };
    expect(() => compileRules({ ...taxonomy, subtypes }, empty, matters)).toThrow('perfume');
  });

  it('name the subtype that does not exist', () => {
    const signs = { odour: { bySource: { factory: 'perfume' } } };
    expect(() =>
      compileRules({ ...taxonomy, signs }, { ...empty, signs: { odour: { strong: '臭' } } }, matters),
    ).toThrow('perfume');
  });
});

describe('a term with a slot', () => {
  it('stands for as many terms as the slot has fillers', () => {
    const lexicon = { ...empty, slots: { 色: '红 黑' }, signs: { 'water-body': { strong: '{色}色的水' } } };
    const colours = withMatters(compileRules(taxonomy, lexicon, matters), matters);
    expect(
      ['流出红色的水', '流出黑色的水', '流出绿色的水'].map((text) => classify(text, colours).types.length),
    ).toEqual([1, 1, 0]);
  });

  it('names the slot that does not exist', () => {
    const lexicon = { ...empty, signs: { 'water-body': { strong: '{香}水' } } };
    expect(() => compileRules(taxonomy, lexicon, matters)).toThrow('香');
  });
});

describe('two terms that tell a sign together', () => {
  const lexicon: Lexicon = {
    ...empty,
    sources: { river: '河 小河' },
    pairs: [{ sign: 'water-body', grade: 'strong', within: 4, first: '@river', second: '发红 冒泡' }],
  };
  const pairs = withMatters(compileRules(taxonomy, lexicon, matters), matters);
  const typesOf = (text: string) => classify(text, pairs).types;

  it('tell it in their order, near each other, in one sentence', () => {
    expect(typesOf('村口小河冒泡')).toEqual(['水']);
    expect(typesOf('冒泡的是村口小河')).toEqual([]);
    expect(typesOf('小河边上住着老张一家，杯子里冒泡')).toEqual([]);
    expect(typesOf('到了河。冒泡')).toEqual([]);
  });

  it('tell nothing alone', () => {
    expect(typesOf('水里发红')).toEqual([]);
    expect(typesOf('门前有河')).toEqual([]);
  });

  it('name the source that does not exist', () => {
    const wrong = { ...lexicon, pairs: [{ ...lexicon.pairs[0]!, first: '@perfume' }] };
    expect(() => compileRules(taxonomy, wrong, matters)).toThrow('perfume');
  });
});

describe('a slip of the pen', () => {
  const lexicon = { ...empty, slips: '废费 烤考', signs: { wastewater: { strong: '废水', medium: '废' } } };
  const slips = withMatters(compileRules(taxonomy, lexicon, matters), matters);

  it('tells what the right character would tell, in a term of two characters or more', () => {
    expect(classify('厂里放费水', slips).types).toEqual(['水']);
    expect(classify('电费很贵', slips).types).toEqual([]);
  });
});

describe('how many types are told is for each province to say', () => {
  const text = '工业园的化工厂夜里排放刺鼻废气，机器噪声很大，还把废水排进河里，厂后堆着工业废渣。';
  const typesUnder = (own: Reporting) => {
    const { reporting } = compileRules(taxonomy, empty, matters, own);
    return classify(text, { ...rules, reporting }).types;
  };

  it('all that have points enough, where it says nothing', () => {
    expect(typesUnder({})).toEqual(classify(text, rules).types);
    expect(typesUnder({}).length).toBeGreaterThan(2);
  });

  it('no more than it wants, the most certain first', () => {
    expect(typesUnder({ mostTypes: 2 })).toEqual(typesUnder({}).slice(0, 2));
  });

  it('none that has less than the share it wants', () => {
    expect(typesUnder({ minShare: 1 }).length).toBeLessThan(typesUnder({}).length);
    expect(typesUnder({ minShare: 1 })[0]).toBe(typesUnder({})[0]);
  });
});

describe('terms that are spelled out when a bundle is built', () => {
  it('tell what the lists tell', () => {
    const lexicon: Lexicon = JSON.parse(readFileSync(new URL('../../../config/lexicon.json', import.meta.url), 'utf8'));
    const carried: Lexicon = JSON.parse(JSON.stringify({ ...lexicon, spelledOut: spellOut(lexicon) }));
    const compiled = withMatters(compileRules(taxonomy, carried, matters), matters);
    for (const text of [
      '夜间施工吵得睡不着',
      '造纸厂的费水一股怪味',
      '氨罐裂了，白雾往外冒，村里人都往外跑',
      '路灯坏了\n公交不来',
    ]) {
      expect(classify(text, compiled)).toEqual(classify(text, rules));
    }
  });
});
