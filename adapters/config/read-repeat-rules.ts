import type { Lexicon } from '../../domain/classification/lexicon.ts';
import type { Model } from '../../domain/classification/model.ts';
import { lazy } from '../../domain/lazy.ts';
import { compileRepeatRules, type RepeatRules, type RepeatTerms } from '../../domain/repeats/rules.ts';
import { readRules } from './read-config.ts';

/** The rules beside a bundle by which earlier cases of the same matter are found; read by the first call. */
export const readRepeatRules = (folder: string): (() => RepeatRules) =>
  lazy(() =>
    compileRepeatRules(
      readRules<RepeatTerms>(folder, 'repeats'),
      readRules<Lexicon>(folder, 'lexicon'),
      readRules<Model>(folder, 'model'),
    ),
  );
