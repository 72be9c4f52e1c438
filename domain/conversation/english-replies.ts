import { englishDeadline } from '../notices/english-words.ts';
import type { Submitted } from './conversation.ts';

/** Below every greeting. */
export const ENGLISH_WELCOME =
  'You may write in English: tell us where, what and when, then send “done”. In danger call 119 (fire), 120 (ambulance) or 110 (police) first.';

/** What stands below the Chinese receipt for whoever wrote in English. */
export function receiptInEnglish({ receipt, queryCode, answerBy, follows }: Submitted): string {
  if (follows) return `What you sent has been added to ${follows.to}. Send “progress” to see how far it is.`;
  return [
    'We have received your complaint.',
    `Registration number: ${receipt}`,
    `Query code: ${queryCode}`,
    `Whether we take it up, you can see by ${englishDeadline(answerBy)} with the number and the code. Please keep both.`,
  ].join('\n');
}

/** The same below what is said while a complaint is being written. */
export const keptInEnglish = (pieces: number, pauseMinutes: number): string =>
  pieces === 0
    ? 'Please send what you want to add, then “done”.'
    : `Noted (${pieces}). Send more, or “done” when you have finished; after ${pauseMinutes} minutes without a message it is submitted by itself.`;
