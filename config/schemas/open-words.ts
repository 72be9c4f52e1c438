import { WHOLE_LETTERS } from '../../domain/notices/complainants/complainant-texts.ts';
import type { Fault } from './fault.ts';
import type { TextFile } from './notice-texts.ts';

/** Words that say of the reader that they complained, or of what. */
const BETRAYING = /信访|投诉|举报|检举|控告|反映|污染|查处|立案/;

/** The first such word; undefined for none. */
export const identityLeakIn = (words: string): string | undefined => BETRAYING.exec(words)?.[0];

/**
 * What lies open to whoever stands beside a complainant: the subject of a whole letter, and the status that a text message
 * gives, which a text may have otherwise (`sms`). Neither may say that somebody complained.
 */
export function faultsOfOpenWords(name: string, file: TextFile): Fault[] {
  if (file.reader !== 'complainant') return [];
  const isShown = file.sms === undefined || WHOLE_LETTERS.includes(name);
  return Object.entries({ subject: isShown ? file.subject : undefined, sms: file.sms }).flatMap(
    ([part, words = '']): Fault[] => {
      const word = identityLeakIn(words);
      const fix = 'say it so that nobody who sees the telephone knows of a complaint';
      return word === undefined ? [] : [[`/${part}`, `"${word}" tells whoever sees it who complained`, fix]];
    },
  );
}
