import * as z from 'zod';
import { hintAt } from './hints.ts';
import { nearestOf } from './nearest.ts';

/** Who may say what belongs where no hint does. */
const PAGES: readonly (readonly [file: RegExp, page: string])[] = [
  [/^(clocks|calendar|ladders|policies|marks)/, 'docs/operations.md'],
  [/^(statutes|matters|handling-ways)/, 'docs/law.md'],
  [/^(routing|gazetteer)/, 'docs/routing.md'],
  [/^partners/, 'docs/partners.md'],
  [/^repeats/, 'docs/repeats.md'],
  [/^(taxonomy|lexicon)/, 'docs/classification.md'],
];

/** What a person can do about a fault of the shape of a file. */
export function fixOf(file: string, issue: z.core.$ZodIssue, schema: z.ZodType): string {
  if (issue.code === 'unrecognized_keys') return keysToMend(issue.keys, keysAt(schema, issue.path));
  return hintAt(file, issue.path) ?? pageOf(file);
}

/** What to do about a fault that names no way out by itself. */
export function pageOf(file: string): string {
  const page = PAGES.find(([files]) => files.test(file))?.[1] ?? 'docs/operations.md';
  return `see ${page}, and the schema in config/schemas`;
}

function keysToMend(keys: readonly string[], known: readonly string[]): string {
  const each = keys.map((key) => `remove "${key}"${nearestOf(key, known)}`);
  return `${each.join('; ')}${known.length > 0 ? ` (there are ${known.join(', ')})` : ''}`;
}

/** What an object at that place may hold, as far as the schema lists it. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Node;
  for (const segment of path) at = stepInto(at, segment) ?? {};
  return Object.keys(at.properties ?? {}).filter((key) => key !== '$schema');
}

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly additionalProperties?: Node;
}

const stepInto = ({ properties, items, additionalProperties }: Node, segment: PropertyKey): Node | undefined =>
  properties?.[String(segment)] ?? (typeof segment === 'number' ? items : additionalProperties);
