/** What the reply of a mail server means for the letter: see `SendResult`. */
type Meaning = 'refused' | 'busy' | 'barred' | 'later';

/** RFC 3463: the address (5.1) or the mailbox (5.2) is at fault, or the letter itself (5.6). */
const ABOUT_THE_LETTER = /^5\d\d[ -]5\.[126]\./;
const ENHANCED = /^5\d\d[ -]5\.\d+\.\d+/;
/** 552: more than the mailbox holds. The mailbox may be emptied. */
const MAILBOX_IS_FULL = /^5\d\d[ -]5\.2\.2/;

/**
 * Sorts a reply by the command that it answers: until a recipient is named it speaks of us and of the server, so that
 * nobody's address is spent. What a server refuses by its policy (5.7, 5.3), such as our own address on a blacklist,
 * may be put right, and other letters may pass.
 */
export function meaningOf(code: number, response: string, command: string): Meaning {
  const isAboutUs = command !== 'RCPT TO' && command !== 'DATA';
  if (code < 500) return isAboutUs ? 'busy' : 'later';
  if (isAboutUs) return /^(AUTH|MAIL FROM)/.test(command) ? 'barred' : 'busy';
  if (MAILBOX_IS_FULL.test(response)) return 'later';
  return ABOUT_THE_LETTER.test(response) || !ENHANCED.test(response) ? 'refused' : 'later';
}
