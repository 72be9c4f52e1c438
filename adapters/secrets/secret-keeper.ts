import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

/** Secrets as somebody keeps them who may change them. */
export function secretKeeper(client: SecretsManagerClient) {
  return {
    /** What the secret holds; undefined where there is none, or nothing in it. */
    async read(name: string): Promise<string | undefined> {
      try {
        return (await client.send(new GetSecretValueCommand({ SecretId: name }))).SecretString;
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return undefined;
        throw error;
      }
    },
    /** Makes a new one; one that is there is never written over: that is an error. */
    async make(name: string, value: object): Promise<void> {
      await client.send(new CreateSecretCommand({ Name: name, SecretString: JSON.stringify(value) }));
    },
    async change(name: string, value: object): Promise<void> {
      await client.send(new PutSecretValueCommand({ SecretId: name, SecretString: JSON.stringify(value) }));
    },
  };
}
