import type { SentLetter, SentLetters } from '../../usecases/sent-letters.ts';

/** Letters that are forgotten when the process ends. For tests. */
export function memorySentLetters(): SentLetters {
  const letters = new Map<string, SentLetter>();
  const plain = (messageId: string) => messageId.trim().replace(/^<|>$/g, '');
  return {
    remember: async (messageId, letter) => void letters.set(plain(messageId), letter),
    letterOf: async (messageId) => letters.get(plain(messageId)),
  };
}
