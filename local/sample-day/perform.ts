import * as z from 'zod';
import type { LocalStack } from '../local-stack.ts';
import type { Act } from './story/act.ts';

const CaseVersion = z.object({ version: z.int() });
const Problem = z.object({ title: z.string().optional(), detail: z.string().optional() });

/** Does through the staff API what the officer does. Answers in Chinese why it was refused, if it was. */
export async function perform(
  { by, command }: Pick<Act, 'by' | 'command'>,
  receipt: string,
  stack: LocalStack,
): Promise<string | undefined> {
  const headers = { authorization: `Bearer ${stack.credentials.staff[by]}`, 'content-type': 'application/json' };
  const address = `${stack.url}/v1/cases/${receipt}`;
  const found = await fetch(address, { headers });
  if (!found.ok) return refusalIn(found);
  const { version } = CaseVersion.parse(await found.json());
  const body = JSON.stringify({ ...command, expectedVersion: version });
  const answer = await fetch(`${address}/commands`, { method: 'POST', headers, body });
  return answer.ok ? undefined : refusalIn(answer);
}

async function refusalIn(response: Response): Promise<string> {
  const { title, detail } = Problem.parse(await response.json());
  return detail ?? title ?? `接口答复${response.status}`;
}

const Claims = z.object({ organ: z.string() });

/** The organ for which the bearer of a staff token acts. */
export function organOf(token: string): string {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8');
  return Claims.parse(JSON.parse(claims)).organ;
}
