import type { Instant } from '../../domain/calendar/day.ts';
import type { DeadLetter, LetterBox } from '../../usecases/operations/redrive.ts';

/** Dead letters that are forgotten when the process ends. For tests. */
export function memoryLetterBox(): LetterBox & {
  put(body: string, sentAt: Instant, more?: Partial<DeadLetter>): void;
  /** What is in hand comes back, as when whoever had it is gone. */
  comeBack(): void;
  all(): readonly DeadLetter[];
} {
  const letters = new Map<string, DeadLetter>();
  const inHand = new Set<string>();
  let count = 0;
  return {
    put(body, sentAt, more = {}) {
      count += 1;
      const id = `letter-${count}`;
      letters.set(id, { id, handle: id, body, reason: undefined, sentAt, from: undefined, ...more });
    },
    comeBack: () => inHand.clear(),
    all: () => [...letters.values()],
    async take(most) {
      const taken = [...letters.values()].filter(({ id }) => !inHand.has(id)).slice(0, most);
      for (const { id } of taken) inHand.add(id);
      return taken;
    },
    async remove({ id }) {
      letters.delete(id);
    },
    async giveBack({ id }) {
      inHand.delete(id);
    },
  };
}
