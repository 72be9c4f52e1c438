import { inject } from 'vitest';
import type { LocalStack } from '../../local/local-stack.ts';

async function ask(path: string, body?: string): Promise<string> {
  const asked = body === undefined ? {} : { method: 'POST', body };
  const response = await fetch(inject('sharedServices') + path, asked);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/** The folder of a province's assembly, made once for all tests of a run. Nobody may change what lies in it. */
export const assemblyOf = (province: string): Promise<string> => ask(`/assemblies/${province}`);

/** Where the DynamoDB Local of this run listens. Each access key has tables of its own there. */
export const sharedDynamoDb = (): Promise<string> => ask('/dynamodb');

/** Leaves on record what the functions of a stack may do, and what of it they did: see support/rights-report.ts. */
export async function tellRights(province: string, { granted, used }: ReturnType<LocalStack['rights']>): Promise<void> {
  const roles = granted.map(({ functionName, statements }) => ({ functionName, statements }));
  await ask(`/rights/${province}`, JSON.stringify({ granted: roles, used }));
}
