/** "3.20102E+17", "3.2010212345678E17", "3E+17": what spreadsheets and programs make of a long number. */
const SCIENTIFIC = /^[-+]?\d(?:\.\d+E\+?|E\+)\d{1,3}$/i;

/**
 * Whether a text is no longer the number that somebody wrote: its last digits are lost, and other numbers look the
 * same.
 */
export const isRounded = (text: string): boolean => SCIENTIFIC.test(text.trim());
