/**
 * How sure a rule is: A the text itself was read, B an official site, C a copy, S the founding papers, K nobody has
 * checked it.
 */
export type Confidence = 'A' | 'B' | 'C' | 'S' | 'K';
