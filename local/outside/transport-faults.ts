import type { Instant } from '../../domain/calendar/day.ts';

/** What goes wrong with a call to the outside: nothing is taken, or it is taken and nobody is told. */
export type Fault = 'refused' | 'unanswered';

/**
 * Which fault a message meets that is handed over at that moment; undefined where all is well. A promise keeps whoever
 * hands it over waiting.
 */
export type Trouble = (transport: 'email' | 'sms', now: Instant) => Fault | undefined | Promise<Fault | undefined>;
