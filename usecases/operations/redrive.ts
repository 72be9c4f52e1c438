import type { Instant } from '../../domain/calendar/day.ts';

/** 死信: a message that nothing could be done with. Its body holds ids; that of a bounce may hold an address. */
export interface DeadLetter {
  readonly id: string;
  /** By which it is given back or removed, as long as it is in hand. */
  readonly handle: string;
  readonly body: string;
  /** Why the function set it aside; undefined where the queue did after five receives. */
  readonly reason: string | undefined;
  readonly sentAt: Instant;
  /** The queue from which the service moved it, by its full name. */
  readonly from: string | undefined;
}

export interface LetterBox {
  /** So many letters at most, in hand for ten minutes. None where there are none, or where others have them in hand. */
  take(most: number): Promise<readonly DeadLetter[]>;
  remove(letter: DeadLetter): Promise<void>;
  giveBack(letter: DeadLetter): Promise<void>;
}

/** What became of a dead letter: sent to a queue, done by its function, left where it is, or removed for good. */
export type HandedOver =
  | { readonly kind: 'sent'; readonly to: string; readonly messageId: string }
  | { readonly kind: 'done'; readonly by: string }
  | { readonly kind: 'kept'; readonly why: string }
  | { readonly kind: 'purged' };

export interface RedriveDeps {
  readonly box: LetterBox;
  /** Brings it once more to whoever could do nothing with it. */
  readonly handOver: (letter: DeadLetter) => Promise<HandedOver>;
  /** What must come first of two letters: they are handed over in this order as far as they are in hand together. */
  readonly orderOf: (letter: DeadLetter) => string;
  /** Waits until the next may go. */
  readonly pause: () => Promise<void>;
  /** Puts down what became of a letter before it is removed. */
  readonly prove: (letter: DeadLetter, became: HandedOver) => void;
}

export interface Redriven {
  readonly handedOver: number;
  readonly kept: number;
}

/**
 * Sends the letters of a dead-letter queue again, one at a time: handed over, put down, and only then removed. So whatever
 * interrupts it, no letter is lost: the one in hand comes back after ten minutes, and goes out twice at most, which changes
 * nothing. What came after `before` stays, be it new or one of these that failed again. Run again, it goes on.
 */
export async function redrive(
  { most, before, inHand }: { readonly most: number; readonly before: Instant; readonly inHand: number },
  deps: RedriveDeps,
): Promise<Redriven> {
  const told = { handedOver: 0, kept: 0 };
  const stay: DeadLetter[] = [];
  while (told.handedOver + told.kept < most) {
    const taken = await deps.box.take(Math.min(inHand, most - told.handedOver - told.kept));
    if (taken.length === 0) break;
    const [old, fresh] = [
      taken.filter(({ sentAt }) => sentAt < before),
      taken.filter(({ sentAt }) => sentAt >= before),
    ];
    stay.push(...fresh);
    for (const letter of old.toSorted((one, other) => deps.orderOf(one).localeCompare(deps.orderOf(other)))) {
      const became = await deps.handOver(letter);
      deps.prove(letter, became);
      if (became.kind === 'kept') stay.push(letter);
      else await deps.box.remove(letter);
      told[became.kind === 'kept' ? 'kept' : 'handedOver'] += 1;
      await deps.pause();
    }
  }
  await Promise.all(stay.map(deps.box.giveBack));
  return told;
}

/** Removes letters for good: of those ids, or all that came before. Each is put down first. */
export async function purge(
  {
    ids,
    before,
    inHand,
  }: { readonly ids: readonly string[] | undefined; readonly before: Instant; readonly inHand: number },
  { box, prove }: Pick<RedriveDeps, 'box' | 'prove'>,
): Promise<number> {
  const stay: DeadLetter[] = [];
  let purged = 0;
  for (let taken = await box.take(inHand); taken.length > 0; taken = await box.take(inHand)) {
    for (const letter of taken) {
      const isMeant = letter.sentAt < before && (ids === undefined || ids.includes(letter.id));
      if (!isMeant) {
        stay.push(letter);
        continue;
      }
      prove(letter, { kind: 'purged' });
      await box.remove(letter);
      purged += 1;
    }
  }
  await Promise.all(stay.map(box.giveBack));
  return purged;
}
