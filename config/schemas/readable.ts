import type * as z from 'zod';

/** What of a file can be read: whatever is broken, or missing, is left out, and told already. Lists keep their order. */
export type Readable<T> = T extends readonly (infer Entry)[]
  ? readonly (Readable<Entry> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Readable<T[Key]> | undefined }
    : T;

/** The value without those of its parts that break its schema. A rule between parts leaves the parts readable. */
export function readablePart<T>(value: unknown, { issues }: z.ZodError<T>): Readable<T> | undefined {
  if (issues.some(({ path, code }) => path.length === 0 && code === 'invalid_type')) return undefined;
  const copy = structuredClone(value);
  for (const issue of issues)
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) remove(copy, [...issue.path, key]);
    else if (issue.code !== 'custom') remove(copy, issue.path);
  return copy as Readable<T>;
}

function remove(value: unknown, path: readonly PropertyKey[]): void {
  const [key, ...rest] = path;
  if (key === undefined || !(value instanceof Object)) return;
  if (rest.length > 0) remove(Reflect.get(value, key), rest);
  else if (Array.isArray(value)) value[key as number] = undefined;
  else Reflect.deleteProperty(value, key);
}

/**
 * For a rule between fields of an object: it is checked as soon as these can be read, whatever is wrong elsewhere; so
 * all faults are told at once.
 */
export const whenReadable =
  <Shape extends Readonly<Record<string, z.ZodType>>>(shape: Shape, ...names: (keyof Shape & string)[]) =>
  ({ value }: { readonly value: unknown }): boolean =>
    value instanceof Object && names.every((name) => shape[name]!.safeParse(Reflect.get(value, name)).success);
