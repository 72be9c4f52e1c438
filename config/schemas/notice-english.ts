import { WHOLE_LETTERS } from '../../domain/notices/complainants/complainant-texts.ts';
import { parametersIn } from '../../domain/texts/filled.ts';
import type { Fault } from './fault.ts';
import { CONTRACTS, IN_ENGLISH } from './notice-checks.ts';
import { textFileOf } from './notice-texts.ts';

/**
 * What is wrong with the English of a text: it stands below the Chinese, so it has no subject and no text message, takes
 * the values that the Chinese declares, as many as it needs, and says nothing of its own in Chinese.
 */
export function faultsOfEnglish(content: string, name: string): readonly Fault[] {
  const known = IN_ENGLISH.join(', ');
  if (!IN_ENGLISH.includes(name))
    return [['', 'nobody says this text in English', `name it as one of ${known}, or remove it`]];
  const file = textFileOf(content);
  if ('length' in file) return file.map((fault) => ['', fault, 'write the head as the other texts do']);
  const given = Object.keys(CONTRACTS[name] ?? {});
  const strange = parametersIn(file.body).filter((one) => !given.includes(one));
  const written = parametersIn(file.body).filter((one) => /^words/.test(CONTRACTS[name]?.[one] ?? ''));
  const unsaid = given.filter((one) => CONTRACTS[name]?.[one] === 'when?' && !parametersIn(file.body).includes(one));
  const chinese = /\p{sc=Han}/u.exec(file.body)?.[0];
  return [
    ...strange.map(
      (one): Fault => ['/body', `\${${one}} is no parameter of this text`, `there are ${given.join(', ')}`],
    ),
    ...(WHOLE_LETTERS.includes(name) ? [] : written).map(
      (one): Fault => ['/body', `\${${one}} is what an officer wrote in Chinese`, 'say that it is told above'],
    ),
    ...unsaid.map(
      (one): Fault => ['/body', `says nothing for \${${one}}`, 'say it in English, on a line that ends in it'],
    ),
    ...(chinese === undefined ? [] : [['/body', `says "${chinese}"`, 'say it in English'] as const]),
    ...Object.entries({ subject: file.subject, sms: file.sms }).flatMap(([part, words]): Fault[] =>
      words === undefined ? [] : [[`/${part}`, 'is never said', 'remove it: the Chinese text has one']],
    ),
    ...Object.keys(file.parameters).map((one): Fault => [`/parameters/${one}`, 'is declared twice', 'remove it']),
  ];
}
