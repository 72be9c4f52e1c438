import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './fault.ts';
import type { Findings } from './findings.ts';
import { faultsOfMissing, type Required } from './letter-elements.ts';
import { CONTRACTS, faultsOfText, IN_ENGLISH } from './notice-checks.ts';
import { faultsOfEnglish } from './notice-english.ts';
import { ENGLISH, textFileOf, textNames } from './notice-texts.ts';
import { faultsOfOpenWords } from './open-words.ts';

/** By the text, what it must say. */
type Elements = Readonly<Record<string, readonly Required[]>>;

/** Every text of config/notices, those of all and what each province has otherwise. */
export function checkNoticeTexts(
  folder: string,
  provinces: readonly string[],
  elements: Elements,
  found: Findings,
): void {
  const names = textNames(folder);
  for (const name of Object.keys(CONTRACTS).filter((one) => !names.includes(one)))
    found.tell(`notices/${name}.md`, [['', 'is missing', 'write it, as its neighbours are written']]);
  const inEnglish = textNames(folder, ENGLISH);
  for (const name of IN_ENGLISH.filter((one) => !inEnglish.includes(one)))
    found.tell(join('notices', ENGLISH, `${name}.md`), [['', 'is missing', 'say in English what the text says']]);
  for (const name of inEnglish) {
    const path = join('notices', ENGLISH, `${name}.md`);
    found.tell(path, faultsOfEnglish(readFileSync(join(folder, path), 'utf8'), name));
  }
  for (const province of ['', ...provinces])
    for (const name of textNames(folder, province)) {
      const path = join('notices', province, `${name}.md`);
      found.tell(path, faultsIn(readFileSync(join(folder, path), 'utf8'), name, elements[name] ?? []));
    }
}

function faultsIn(content: string, name: string, required: readonly Required[]): readonly Fault[] {
  const contract = CONTRACTS[name];
  const known = Object.keys(CONTRACTS).join(', ');
  if (!contract) return [['', 'nobody says this text', `name it as one of ${known}, or remove it`]];
  const file = textFileOf(content);
  if ('length' in file) return file.map((fault) => ['', fault, 'write the head as the other texts do']);
  const faults = [...faultsOfText(file, contract, name), ...faultsOfOpenWords(name, file)];
  // A text with an unsound example cannot be read with its examples.
  return faults.length > 0 ? faults : faultsOfMissing(file, contract, required);
}
