import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { readArguments } from './arguments.ts';

/** What the data files have in common; each command takes the fields it needs. */
const row = z.looseObject({
  id: z.string(),
  text: z.string(),
  title: z.string().nullish(),
  labels_norm: z.array(z.string()).optional(),
  label: z.string().optional(),
  department: z.string().nullish(),
  /** Whether an emergency was told; whether it is about the environment. */
  emergency: z.boolean().optional(),
  environmental: z.boolean().optional(),
  /** Whether it is about how an earlier complaint was handled. */
  aboutHandling: z.boolean().optional(),
  /** Rows of one event are about the same matter. */
  event_id: z.string().optional(),
});

export type Row = z.infer<typeof row>;

/** Two texts that look alike and are about two matters. */
const hardNegative = z.object({
  kind: z.literal('hard_negative_pair'),
  a: z.string(),
  b: z.string(),
  title_a: z.string(),
  title_b: z.string(),
  text_a: z.string(),
  text_b: z.string(),
});

export type HardNegativeRow = z.infer<typeof hardNegative>;

/**
 * The rows of a JSONL file. Each bad line is told on stderr with its number, sets exit code 1, and is left out.
 * A line's content is never printed: it may be what a citizen wrote.
 */
export function readRows(file: string): Row[] {
  return linesOf(file).flatMap(([line, number]) => readRow(line, number));
}

/** The same, of a file in which pairs of repeats that are none may stand among the rows. */
export function readRowsAndPairs(file: string): { rows: Row[]; pairs: HardNegativeRow[] } {
  const lines = linesOf(file).map(([line, number]) => ({
    line,
    number,
    pair: hardNegative.safeParse(jsonOf(line)).data,
  }));
  return {
    rows: lines.flatMap(({ line, number, pair }) => (pair ? [] : readRow(line, number))),
    pairs: lines.flatMap(({ pair }) => pair ?? []),
  };
}

/** Lines that are not empty, each with its number. */
export function linesOf(file: string): [line: string, number: number][] {
  return contentOf(file)
    .split('\n')
    .map((line, i): [string, number] => [line, i + 1])
    .filter(([line]) => line.trim() !== '');
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
export function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** What to classify of a row: its title, where it has one, is part of what the person wrote. */
export function textOf({ title, text }: Pick<Row, 'title' | 'text'>): string {
  return title ? `${title}\n${text}` : text;
}

/** The only argument, or a usage line and exit code 2. */
export function fileArgument(command: string, says: string): string {
  const usage = `usage: npm run ${command} -- FILE.jsonl\n${says}`;
  const [file = ''] = readArguments(process.argv.slice(2), { usage, positionals: [1, 1] }).positionals;
  return file;
}
