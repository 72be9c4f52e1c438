import * as z from 'zod';

/**
 * The settings this function was deployed with. Throws, naming the variables, when one is missing: better at start than
 * at use.
 */
export function readEnv<Name extends string>(...names: readonly Name[]): Record<Name, string> {
  const shape = Object.fromEntries(names.map((name) => [name, z.string().min(1)])) as Record<Name, z.ZodString>;
  return z.object(shape).parse(process.env) as Record<Name, string>;
}
