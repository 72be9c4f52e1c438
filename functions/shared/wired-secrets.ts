import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SecretSource } from '../../adapters/secrets/secret.ts';
import { UnusableSecret } from '../../usecases/operations/unusable-secret.ts';
import { count } from './count.ts';
import { logError } from './log.ts';

const client = new SecretsManagerClient();

/** Where the secret of that name is read; ops are told of what nobody can use as it stands, by its place. */
export const secretSource = (name: string): SecretSource => ({ client, name, tell: secretUnusable });

function secretUnusable(fault: unknown): void {
  logError('secret-unusable', fault);
  if (fault instanceof UnusableSecret) count('AccessBarred');
}
