import { addHours, type Instant } from '../../domain/calendar/day.ts';
import { plainAddress, plainMessageId } from '../../domain/mail.ts';
import { HOURS_TO_END } from '../../domain/notices/delivery/delivery-state.ts';
import type { SentLetter, SentLetters } from '../../usecases/notices/transports/sent-letters.ts';

/** Letters that are forgotten when the process ends. For tests. */
export function memorySentLetters(): SentLetters {
  const letters = new Map<string, SentLetter & { readonly at: Instant }>();
  return {
    remember: async (messageId, letter, at) => void letters.set(plainMessageId(messageId), { ...letter, at }),
    async letterOf(messageId) {
      const { at: _, ...letter } = letters.get(plainMessageId(messageId)) ?? {};
      return 'noticeId' in letter ? (letter as SentLetter) : undefined;
    },
    async recentTo(address, now) {
      const recent = [...letters.values()].filter(
        ({ to, at }) => plainAddress(to) === plainAddress(address) && addHours(at, HOURS_TO_END) > now,
      );
      return recent.map(({ noticeId, to }) => ({ noticeId, to }));
    },
  };
}
