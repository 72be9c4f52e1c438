import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod';

/** One line for people: the file, where in it (a JSON pointer), and what is wrong there. */
export const faultLine = (file: string, pointer: string, message: string): string =>
  `config/${file}${pointer && ` ${pointer}`}: ${message}`;

/** The file as its schema has it; undefined, with a line for each fault, when it cannot be. */
export function readChecked<T>(folder: string, file: string, schema: z.ZodType<T>, faults: string[]): T | undefined {
  const path = join(folder, file);
  if (!existsSync(path)) {
    faults.push(faultLine(file, '', 'is missing'));
    return undefined;
  }
  const content = parseJson(readFileSync(path, 'utf8'));
  if (content.kind === 'broken') {
    faults.push(faultLine(file, '', content.reason));
    return undefined;
  }
  const { data, error } = schema.safeParse(content.value);
  faults.push(...(error?.issues ?? []).map(({ path, message }) => faultLine(file, pointerTo(path), message)));
  return data;
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

/** RFC 6901: "" is the whole file. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
