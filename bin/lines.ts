import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** What the data files have in common; each command takes the fields it needs. */
const row = z.looseObject({
  id: z.string(),
  text: z.string(),
  title: z.string().nullish(),
  labels_norm: z.array(z.string()).optional(),
  label: z.string().optional(),
  department: z.string().nullish(),
});

export type Row = z.infer<typeof row>;

/**
 * The rows of a JSONL file. Each bad line is told on stderr with its number, sets exit code 1, and is left out.
 * A line's content is never printed: it may be what a citizen wrote.
 */
export function readRows(file: string): Row[] {
  return contentOf(file)
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : readRow(line, i + 1)));
}

function contentOf(file: string): string {
  try {
    // A byte order mark, as Windows editors leave it, is no part of the first line.
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (error) {
    console.error(`cannot read ${file}: ${(error as NodeJS.ErrnoException).code}`);
    process.exit(1);
  }
}

function readRow(line: string, number: number): Row[] {
  const value = jsonOf(line);
  if (value === undefined) return refused(`line ${number}: is not JSON`);
  const parsed = row.safeParse(value);
  if (parsed.success) return [parsed.data];
  return refused(
    `line ${number}: ${parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'line'}: ${message}`).join('; ')}`,
  );
}

function refused(fault: string): Row[] {
  console.error(fault);
  process.exitCode = 1;
  return [];
}

/** Undefined if the line is no JSON. */
function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What to classify of a row: its title, where it has one, is part of what the person wrote. */
export function textOf({ title, text }: Row): string {
  return title ? `${title}\n${text}` : text;
}

/** The only argument, or a usage line and exit code 2. */
export function fileArgument(command: string): string {
  const file = process.argv[2];
  if (file) return file;
  console.error(`usage: npm run ${command} -- FILE.jsonl`);
  process.exit(2);
}
