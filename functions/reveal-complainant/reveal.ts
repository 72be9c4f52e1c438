import type { revealContact } from '../../usecases/staff/reveal-contact.ts';

/** `revealContact`, loaded with the first form that is sent: to show the form takes no act of a case. */
export const reveal: typeof revealContact = async (...asked) =>
  (await import('../../usecases/staff/reveal-contact.ts')).revealContact(...asked);
