import type * as z from 'zod';
import type { SecretEntries } from '../../usecases/operations/secret-entries.ts';
import type { UnusableSecret } from '../../usecases/operations/unusable-secret.ts';
import { freshSecret, heldBy, type SecretSource, unusable } from './secret.ts';

/** How a secret of several entries is written. */
export interface EntriesShape<Schema extends z.ZodType<object>> {
  /** All of them; none needs another. */
  readonly schema: Schema;
  /** Gives a name to the only entry of a secret that may leave it out. */
  readonly named?: (held: unknown) => unknown;
}

/**
 * Reads a secret whose entries are for several, each by itself: one that cannot be used is told, and stops only whom it
 * is for, unless a good one of it was read before, which serves on. Fetched as `secretReader` fetches.
 */
export const secretEntries = <Schema extends z.ZodType<object>>(
  source: SecretSource,
  { schema, named = (held) => held }: EntriesShape<Schema>,
): (() => Promise<SecretEntries<z.output<Schema>>>) => {
  const read = freshSecret<Read<z.output<Schema>>>(source, async (last) => {
    const held = named(await heldBy(source));
    const faults = faultsOf(source.name, schema.safeParse(held).error?.issues ?? []);
    for (const fault of faults.values()) source.tell(fault);
    const isGood = ([entry]: readonly [string, unknown]) => !faults.has(entry);
    const good = schema.parse(Object.fromEntries(Object.entries(held as object).filter(isGood)));
    const kept = Object.entries(last?.good ?? {}).filter((entry) => !isGood(entry));
    return { good: { ...good, ...Object.fromEntries(kept) }, faults };
  });
  return async () => entriesOf(await read());
};

interface Read<Held> {
  readonly good: Held;
  /** By entry. */
  readonly faults: ReadonlyMap<string, UnusableSecret>;
}

function entriesOf<Held extends object>({ good, faults }: Read<Held>): SecretEntries<Held> {
  return {
    of(name) {
      if (Object.hasOwn(good, name)) return good[name];
      const fault = faults.get(name);
      if (fault) throw fault;
      return undefined;
    },
  };
}

/** What is wrong, entry by entry. Throws where the secret as a whole is. */
function faultsOf(name: string, issues: readonly z.core.$ZodIssue[]): ReadonlyMap<string, UnusableSecret> {
  const entries = Map.groupBy(issues, ({ path: [entry] }) => entry);
  if (entries.has(undefined)) throw unusable(name, issues);
  return new Map([...entries].map(([entry, wrong]) => [String(entry), unusable(name, wrong)]));
}
