/** Marks that turn the direction of writing, joiners, soft hyphens, NUL and other controls; line ends, tabs and the joiner of emoji stay. */
const INVISIBLE = /[[\p{Cf}\p{Cc}]--[\t\n\r\u200d]]/gv;

/** Without what nobody sees: invisible characters hide words from the reader, and places and numbers from the rules. */
export const visible = (text: string): string => text.replace(INVISIBLE, '');
