import { describe, expect, it } from 'vitest';
import { loadRules } from '../../../bin/rules.ts';
import type { Lexicon } from '../../../domain/classification/lexicon.ts';
import { compileRules } from '../../../domain/classification/rules.ts';

const { rules, matters } = loadRules();
const { taxonomy } = rules;
const empty: Lexicon = {
  version: 'test',
  characters: { traditional: '', simplified: '' },
  spellings: {},
  signs: {},
  measures: {},
  sources: {},
  circumstances: {
    accident: '',
    'fish-kill': '',
    'drinking-water': '',
    school: '',
    'many-people': '',
    illness: '',
    health: '',
    night: '',
  },
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
