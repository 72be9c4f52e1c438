/**
 * No photo has so many segments or chunks; each costs its reader some hundred bytes of memory, and a file of 20 MB
 * could hold millions.
 */
export const MOST_PIECES = 50_000;
