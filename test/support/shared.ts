import { inject } from 'vitest';

async function ask(path: string): Promise<string> {
  const response = await fetch(inject('sharedServices') + path);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/** The folder of a province's assembly, made once for all tests of a run. Nobody may change what lies in it. */
export const assemblyOf = (province: string): Promise<string> => ask(`/assemblies/${province}`);

/** Where the DynamoDB Local of this run listens. Each access key has tables of its own there. */
export const sharedDynamoDb = (): Promise<string> => ask('/dynamodb');
