import type { revealContact } from '../../usecases/staff/reveal-contact.ts';

/** `revealContact`, loaded with the first who is revealed: a form that says nobody may needs no act of a case. */
export const reveal: typeof revealContact = async (...asked) =>
  (await import('../../usecases/staff/reveal-contact.ts')).revealContact(...asked);
