/** So much of one letter must stand in the other. */
const SHARE = 0.8;

/** Whether two texts are one letter that came by two ways: a list may have added a line, or a prefix to the subject. */
export function isSameLetter(one: string, other: string): boolean {
  return Math.max(shareIn(one, other), shareIn(other, one)) >= SHARE;
}

/** How much of `text`, by its characters, stands in `other` line by line. */
function shareIn(text: string, other: string): number {
  const there = new Set(linesOf(other));
  const lines = linesOf(text);
  const length = (some: readonly string[]) => some.join('').length;
  return length(lines.filter((line) => there.has(line))) / Math.max(1, length(lines));
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/g, ''))
    .filter(Boolean);
