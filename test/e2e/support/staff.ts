import type { LocalStack } from '../../../local/local-stack.ts';
import { type Answer, call } from './running.ts';

/** The roles whose tokens the local login hands out. */
export type Role = Head | `${Head}-reviewer` | `${Head}-auditor`;
type Head = 'province' | 'city' | 'county' | 'urban';

const authorization = (stack: LocalStack, role: Role) => ({ authorization: `Bearer ${stack.credentials.staff[role]}` });

/** Whatever else a member of staff asks. */
export function ask(
  stack: LocalStack,
  role: Role,
  method: string,
  path: string,
  { body, headers = {} }: { readonly body?: object; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Answer> {
  return call(stack, method, path, { ...(body && { body }), headers: { ...authorization(stack, role), ...headers } });
}

/** What a member of staff asks of a case. */
export function command(stack: LocalStack, role: Role, caseId: string, body: object): Promise<Answer> {
  return call(stack, 'POST', `/v1/cases/${caseId}/commands`, { body, headers: authorization(stack, role) });
}

/** What a member of staff looks at: a path under /v1/cases. */
export function look(stack: LocalStack, role: Role, path: string): Promise<Answer> {
  return call(stack, 'GET', `/v1/cases${path}`, { headers: authorization(stack, role) });
}

/** The head of an organ proposes an answer, and its reviewer signs it. */
export async function close(stack: LocalStack, role: Head, caseId: string, answer: string): Promise<Answer> {
  const version = async () => (await look(stack, role, `/${caseId}`)).json.version;
  await command(stack, role, caseId, { type: 'propose-closing', answer, expectedVersion: await version() });
  return await command(stack, `${role}-reviewer`, caseId, { type: 'close', expectedVersion: await version() });
}
