/** So many parts one form takes, as many as the rules find in a letter; a case that was split can be split further. */
export const MOST_FORM_PARTS = 9;

/** Where the sentences end that a form calls by their numbers: "23,57,102". It tells nothing of what they say. */
export const SENTENCE_ENDS = 'parts-ends';

/** The input that says which sentences are that part, counted from 0. */
export const sentencesOfPart = (part: number): string => `parts-${part}-sentences`;
