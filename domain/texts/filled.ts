/** What a text is filled with; undefined for a value that there is none of. */
export type Filling = Readonly<Record<string, string | undefined>>;

const PARAMETER = /\$\{([a-zA-Z]+)\}/g;

export const parametersIn = (words: string): readonly string[] => [
  ...new Set([...words.matchAll(PARAMETER)].map(([, name]) => name!)),
];

/**
 * The words with their values. A line one of whose values is absent is left out, and with it the blank line that would
 * stand twice or at an end. What a value says is never read as a parameter.
 */
export function filled(words: string, values: Filling): string {
  const isWhole = (line: string) => parametersIn(line).every((name) => values[name] !== undefined);
  const lines = words.split('\n').filter(isWhole);
  const kept = lines.filter((line, at) => line !== '' || (lines[at - 1] ?? '') !== '');
  return kept
    .join('\n')
    .trim()
    .replace(PARAMETER, (_, name: string) => values[name]!);
}
