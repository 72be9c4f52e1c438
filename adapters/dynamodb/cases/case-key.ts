/** The partition in which a case lies, with its events and its notices. */
export const keyOf = (caseId: string): string => `CASE#${caseId}`;
