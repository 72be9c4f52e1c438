/** So much of what one text says, by pairs of its letters, must stand in the other. */
const SHARE = 0.9;
/** So far texts are compared; nobody keeps more of them. */
const MAX_LETTERS = 20_000;

/** Addresses of links, and names of what is missing. */
const NAMED = /<([^<>\s]+)>|\[[^\s[\]：]{1,4}：([^[\]]+)\]/g;

/**
 * Whether `one` says what `other` does, however the lines break: its words, the address of each link, the name of each
 * picture that is missing.
 */
export function says(one: string, other: string): boolean {
  const names = [...other.matchAll(NAMED)].map(([, address, name]) => address ?? name ?? '');
  return names.every((name) => one.includes(name)) && shareOf(pairsIn(other.replace(NAMED, '')), pairsIn(one)) >= SHARE;
}

function shareOf(pairs: ReadonlySet<string>, there: ReadonlySet<string>): number {
  return pairs.size === 0 ? 1 : [...pairs].filter((pair) => there.has(pair)).length / pairs.size;
}

function pairsIn(text: string): ReadonlySet<string> {
  const letters = text
    .slice(0, 2 * MAX_LETTERS)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return new Set(Array.from({ length: Math.min(letters.length, MAX_LETTERS) }, (_, at) => letters.slice(at, at + 2)));
}
