import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { textsOf } from '../../config/schemas/notice-texts.ts';

/**
 * A folder as a bundle of the demonstration province brings it: `config/` with every file of rules under the name that
 * functions read.
 */
export function demoConfig(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiyin-config-'));
  mkdirSync(join(folder, 'config'));
  const source = join(import.meta.dirname, '..', '..', 'config');
  const files = {
    ...{
      province: 'provinces/demo',
      statutes: 'statutes',
      clocks: 'clocks',
      calendar: 'calendar',
      organs: 'organs/demo',
    },
    gazetteer: 'gazetteer/demo',
    taxonomy: 'taxonomy',
    lexicon: 'lexicon',
    model: 'model',
    matters: 'matters',
    routing: 'routing/demo',
    ladders: 'ladders/default',
    marks: 'marks',
  };
  for (const [name, file] of Object.entries(files)) {
    copyFileSync(join(source, `${file}.json`), join(folder, 'config', `${name}.json`));
  }
  writeFileSync(join(folder, 'config', 'letters.json'), JSON.stringify(textsOf(source, 'demo')));
  return folder;
}
