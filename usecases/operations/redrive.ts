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
  /** One letter, in hand for two minutes; undefined where there is none. */
  take(): Promise<DeadLetter | undefined>;
  remove(letter: DeadLetter): Promise<void>;
  giveBack(letter: DeadLetter): Promise<void>;
  /** So many of them at most, all of which stay. */
  look(most: number): Promise<readonly DeadLetter[]>;
}
