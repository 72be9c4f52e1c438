import { plainMessageId } from '../../domain/mail.ts';
import type { SentLetter, SentLetters } from '../../usecases/notices/sent-letters.ts';

/** Letters that are forgotten when the process ends. For tests. */
export function memorySentLetters(): SentLetters {
  const letters = new Map<string, SentLetter>();
  return {
    remember: async (messageId, letter) => void letters.set(plainMessageId(messageId), letter),
    letterOf: async (messageId) => letters.get(plainMessageId(messageId)),
  };
}
