import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAnalysisRules } from '../../adapters/config/read-analysis-rules.ts';
import { readCaseRules, readProvince } from '../../adapters/config/read-config.ts';
import { readRepeatRules } from '../../adapters/config/read-repeat-rules.ts';

const CONFIG = join(import.meta.dirname, '..', '..', 'config');

/** The demo province's rules, read by the functions' own reader from a folder laid out like a bundle's. */
export function demoRules() {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-bench-'));
  mkdirSync(join(folder, 'config'));
  const copy = (from: string, to: string) => copyFileSync(join(CONFIG, from), join(folder, 'config', to));
  for (const name of ['statutes', 'clocks', 'calendar', 'marks', 'taxonomy', 'lexicon', 'model', 'repeats', 'matters'])
    copy(`${name}.json`, `${name}.json`);
  copy('ladders/default.json', 'ladders.json');
  copy('provinces/demo.json', 'province.json');
  copy('organs/demo.json', 'organs.json');
  copy('routing/demo.json', 'routing.json');
  copy('gazetteer/national.json', 'gazetteer.json');
  copy('gazetteer/demo.json', 'gazetteer-patch.json');
  copy('gazetteer/towns/demo.json', 'gazetteer-towns.json');
  const rules = {
    analysis: readAnalysisRules(folder)('2026-11-20'),
    context: readCaseRules(folder),
    repeats: { rules: readRepeatRules(folder)(), provinceLetters: readProvince(folder).letters },
  };
  rmSync(folder, { recursive: true });
  return rules;
}
