import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type * as z from 'zod';
import { UnusableSecret } from '../../usecases/operations/unusable-secret.ts';

/** How long a fetched secret is used before it is asked for again: the time a rotation takes to be seen. */
const FRESH_MS = 300_000;

export interface SecretSource {
  readonly client: SecretsManagerClient;
  readonly name: string;
  /** Told of each fetch that failed, and of each entry that cannot be used, also where the last good one serves on. */
  readonly tell: (fault: unknown) => void;
  /** A stop-watch, in milliseconds. */
  readonly now?: () => number;
}

/**
 * Reads the JSON of one entry of Secrets Manager, at most every five minutes however many ask at once.
 * While the entry cannot be fetched again the last good one serves on; the first fetch must succeed.
 */
export const secretReader = <Schema extends z.ZodType>(
  source: SecretSource,
  schema: Schema,
): (() => Promise<z.output<Schema>>) =>
  freshSecret(source, async () => {
    const { data, error } = schema.safeParse(await heldBy(source));
    if (error) throw unusable(source.name, error.issues);
    return data as z.output<Schema>;
  });

/** The JSON of the secret as it stands in Secrets Manager now. */
export async function heldBy({ client, name }: Pick<SecretSource, 'client' | 'name'>): Promise<unknown> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }));
  try {
    return JSON.parse(SecretString ?? '');
  } catch {
    throw new UnusableSecret(`${name}: no JSON`);
  }
}

/** Says where the secret is not as it should be, never what stands there. */
export const unusable = (name: string, issues: readonly Pick<z.core.$ZodIssue, 'path'>[]): UnusableSecret =>
  new UnusableSecret(`${name}: ${issues.map(({ path }) => `/${path.join('/')}`).join(' ')}`);

/** What `fetch` made of a secret, for five minutes; what it made before, where it fails. `last` is that. */
export function freshSecret<Secret>(
  { tell, now = () => performance.now() }: Pick<SecretSource, 'tell' | 'now'>,
  fetch: (last: Secret | undefined) => Promise<Secret>,
): () => Promise<Secret> {
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let secret: Promise<Secret> | undefined;
  return () => {
    if (secret && now() - fetchedAt < FRESH_MS) return secret;
    const last = secret;
    fetchedAt = now();
    secret = (async () => fetch(await last))().catch((error) => {
      tell(error);
      secret = last;
      if (last) return last;
      throw error;
    });
    return secret;
  };
}
