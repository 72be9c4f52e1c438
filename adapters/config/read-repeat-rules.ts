import type { Lexicon } from '../../domain/classification/lexicon.ts';
import { compileRepeatRules, type RepeatTerms } from '../../domain/repeats/rules.ts';
import type { RepeatDeps } from '../../usecases/registration/find-repeats.ts';
import { readProvince, readRules } from './read-config.ts';

/** The rules beside a bundle by which earlier cases of the same matter are found. */
export function readRepeatRules(folder: string): Pick<RepeatDeps, 'rules' | 'provinceLetters'> {
  const rules = compileRepeatRules(readRules<RepeatTerms>(folder, 'repeats'), readRules<Lexicon>(folder, 'lexicon'));
  return { rules, provinceLetters: readProvince(folder).letters };
}
