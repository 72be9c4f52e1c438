import * as z from 'zod';
import type { Names } from '../template/resource-names.ts';
import type { Resource } from '../template/template.ts';
import type { Account } from './account.ts';
import { type Call, judge, PolicyDocument, type Statement, statementsOf } from './policy.ts';

/** What one function may do, and all that it takes to tell. Plain data: it travels to the function's workers. */
export interface FunctionRights {
  readonly functionName: string;
  readonly statements: readonly Statement[];
  readonly account: Account;
}

/** A statement of the role that allowed something, and which of its actions and resources did. */
export interface Use {
  readonly statement: number;
  readonly action: string;
  readonly resource: string;
}

/** What became of a call: what allowed it, or who was refused what and why. */
export type RightsNote = { readonly use: Use } | { readonly refusal: string };

const PolicyProperties = z.object({ PolicyDocument, Roles: z.array(z.string()).default([]) });
const FunctionProperties = z.object({ Role: z.string() });

/** The rights of a function by the policies of its role. */
export function rightsOf(resource: Resource, names: Names, account: Account): FunctionRights {
  const { Role: roleArn } = FunctionProperties.parse(names.properties(resource));
  const statements = names.ofType('AWS::IAM::Policy').flatMap((policy) => {
    const { Roles, PolicyDocument: document } = PolicyProperties.parse(names.properties(policy));
    return Roles.some((role) => roleArn.endsWith(`:${role}`)) ? statementsOf(document) : [];
  });
  return { functionName: names.physicalName(resource), statements, account };
}

/** What the function's role says of a call. */
export function ask({ functionName, statements, account }: FunctionRights, call: Call): RightsNote {
  const verdict = judge([...statements, ...account.refused], call);
  if (!verdict.allowed)
    return { refusal: `${functionName} may not ${call.action} on ${call.resource}: ${verdict.why}` };
  const { by, action, resource } = verdict;
  return { use: { statement: statements.indexOf(by), action, resource } };
}
