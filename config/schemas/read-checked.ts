import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';
import type { ConfigFault } from './fault.ts';
import { fixOf } from './fix.ts';
import { type Readable, readablePart } from './readable.ts';

export interface Reading<T> {
  /** As the schema has it; undefined where anything in it is broken. */
  readonly whole?: T | undefined;
  /** For checks against other files, which need not wait until all of this one is right. */
  readonly part?: Readable<T> | undefined;
  readonly faults: readonly ConfigFault[];
}

/** A file of `folder` (config/) with every fault of its shape. */
export function readChecked<T>(folder: string, file: string, schema: z.ZodType<T>): Reading<T> {
  const broken = (message: string, fix: string): Reading<T> => ({
    faults: [{ severity: 'error', file, pointer: '', message, fix }],
  });
  const path = join(folder, file);
  if (!existsSync(path)) return broken('is missing', `write it, or begin with: npm run province -- new`);
  const content = parseJson(readFileSync(path, 'utf8'));
  if (content.kind === 'broken') return broken(content.reason, 'mend the commas, quotes and brackets near that place');
  const { data, error } = schema.safeParse(content.value);
  if (!error) return { whole: data, part: data as Readable<T>, faults: [] };
  const faults = error.issues.map((issue) => ({
    ...{ severity: 'error' as const, file, pointer: pointerTo(issue.path) },
    ...{ message: messageOf(issue), fix: fixOf(file, issue, schema) },
  }));
  return { part: readablePart(content.value, error), faults };
}

/** What zod says, without its own words for what is plain: that something is missing, or empty. */
function messageOf({ code, message }: z.core.$ZodIssue): string {
  if (code === 'invalid_type' && message.endsWith('received undefined')) return 'is missing';
  return message.startsWith('Too small: expected string to have >=1') ? 'is empty' : message;
}

type Parsed =
  | { readonly kind: 'parsed'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly reason: string };

function parseJson(text: string): Parsed {
  try {
    return { kind: 'parsed', value: JSON.parse(text) };
  } catch (error) {
    return { kind: 'broken', reason: `is not JSON: ${(error as Error).message.split('\n')[0]}` };
  }
}

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
