/** ': did you mean "…"?' where one of the known words is what was probably meant; nothing where none is near. */
export function nearestOf(word: string, known: readonly string[]): string {
  const most = Math.max(2, Math.floor(word.length / 3));
  const ranked = known
    .map((one) => ({ one, far: one.startsWith(word) && word.length > 3 ? 1 : editsBetween(word, one, most) }))
    .filter(({ far }) => far <= most)
    .toSorted((a, b) => a.far - b.far);
  return ranked[0] ? `: did you mean "${ranked[0].one}"?` : '';
}

/** Levenshtein's distance; anything above `most` where it is larger. */
function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, from] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, to] of [...b].entries())
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (from === to ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}
