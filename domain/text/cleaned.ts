/**
 * Characters that no reader sees: controls, formats such as marks of direction, and those that Unicode sets aside for
 * use within a program. They hide words from the reader and places from the rules. The joiner of emoji (U+200D), tabs
 * and new lines stay.
 */
const UNSEEN = /(?![\t\n\u200d])[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/gu;

/** Windows ends a line by two characters, and counts one. */
const LINE_END = /\r\n|[\r\u0085\u2028\u2029]/g;

/** What somebody typed, as people see it: well-formed, its lines ended by `\n`, without what nobody sees. */
export const cleaned = (typed: string): string => typed.toWellFormed().replace(LINE_END, '\n').replace(UNSEEN, '');

/** The same on one line, as a name or an address is. */
export const onOneLine = (typed: string): string => cleaned(typed).replace(/\s*[\n\t]\s*/g, ' ');
