import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { ProvinceSettings } from '../../config/schemas/province.ts';

/**
 * Each secret that the province names, and whether it is there. Values are never asked for. Where no AWS can be asked,
 * that is said of each.
 */
export async function secretsIn({ secrets, region }: ProvinceSettings): Promise<string[]> {
  const client = new SecretsManagerClient({ region, maxAttempts: 1 });
  try {
    return await Promise.all(
      Object.values(secrets)
        .filter((secret) => secret !== undefined)
        .map(async (name) => `${name}: ${await stateOf(name, client)}`),
    );
  } finally {
    client.destroy();
  }
}

async function stateOf(name: string, client: SecretsManagerClient): Promise<string> {
  try {
    await client.send(new DescribeSecretCommand({ SecretId: name }), { abortSignal: AbortSignal.timeout(5_000) });
    return 'is there';
  } catch (error) {
    const { name: reason } = error as Error;
    return reason === 'ResourceNotFoundException'
      ? 'MISSING: make it before the first deploy (docs/operations.md)'
      : `unknown: AWS could not be asked (${reason})`;
  }
}
