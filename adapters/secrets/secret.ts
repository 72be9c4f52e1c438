import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import { UnusableSecret } from '../../usecases/operations/unusable-secret.ts';

/** How long a fetched secret is used before it is asked for again: the time a rotation takes to be seen. */
const FRESH_MS = 300_000;

/**
 * Reads the JSON of one entry of Secrets Manager, at most every five minutes however many ask at once.
 * While the entry cannot be fetched again the last good one serves on; the first fetch must succeed.
 */
export function secretReader<Schema extends z.ZodType>(
  client: SecretsManagerClient,
  name: string,
  schema: Schema,
  now: () => number = () => performance.now(),
): () => Promise<z.output<Schema>> {
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let secret: Promise<z.output<Schema>> | undefined;

  async function fetchSecret(): Promise<z.output<Schema>> {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }));
    return usable(SecretString ?? '', { name, schema });
  }

  return () => {
    if (secret && now() - fetchedAt < FRESH_MS) return secret;
    const last = secret;
    fetchedAt = now();
    secret = fetchSecret().catch((error) => {
      secret = last;
      if (last) return last;
      throw error;
    });
    return secret;
  };
}

function usable<Schema extends z.ZodType>(
  value: string,
  { name, schema }: { readonly name: string; readonly schema: Schema },
): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(value));
  } catch (error) {
    const fields = error instanceof z.ZodError ? error.issues.map(({ path }) => `/${path.join('/')}`).join(' ') : '';
    throw new UnusableSecret(`${name}: ${fields || 'no JSON'}`);
  }
}
