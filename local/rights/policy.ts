import * as z from 'zod';
import { type Conditions, type Context, isLike, refuseUnknownOperators, unmet } from './conditions.ts';

/** One statement of a policy, its references resolved. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: Conditions;
}

/** What AWS is asked to allow. */
export interface Call {
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
}

export type Verdict =
  | { readonly allowed: true; readonly by: Statement; readonly action: string; readonly resource: string }
  | { readonly allowed: false; readonly why: string };

const oneOrMore = z.union([z.array(z.string()), z.coerce.string().transform((one) => [one])]);

/** `NotAction`, `NotResource` and a principal of a role are none of ours, and refused. */
const StatementProperties = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore,
  Resource: oneOrMore,
  Principal: z.unknown().optional(),
  Condition: z.record(z.string(), z.record(z.string(), oneOrMore)).default({}),
});

export const PolicyDocument = z.object({ Statement: z.array(StatementProperties) });

export function statementsOf({ Statement: all }: z.infer<typeof PolicyDocument>): Statement[] {
  return all.map(({ Effect: effect, Action: actions, Resource: resources, Condition: conditions }) => {
    refuseUnknownOperators(conditions);
    return { effect, actions, resources, conditions };
  });
}

/**
 * As AWS decides within one account: whatever is denied anywhere is denied, and the rest needs a statement that allows
 * it. `why` names the condition that stood in the way, where one did.
 */
export function judge(statements: readonly Statement[], { action, resource, context }: Call): Verdict {
  const about = statements.filter(
    ({ actions, resources }) =>
      actions.some((pattern) => isLike(action, pattern)) && resources.some((pattern) => isLike(resource, pattern)),
  );
  const fits = ({ conditions }: Statement) => unmet(conditions, context) === undefined;
  if (about.some((one) => one.effect === 'Deny' && fits(one))) return { allowed: false, why: 'it is denied' };
  const allowing = about.filter(({ effect }) => effect === 'Allow');
  const by = allowing.find(fits);
  if (!by) return { allowed: false, why: reasonOf(allowing, context) };
  return {
    allowed: true,
    by,
    action: by.actions.find((pattern) => isLike(action, pattern))!,
    resource: by.resources.find((pattern) => isLike(resource, pattern))!,
  };
}

function reasonOf(allowing: readonly Statement[], context: Context): string {
  const reasons = allowing.map(({ conditions }) => unmet(conditions, context));
  return reasons.length === 0 ? 'no statement of its role allows it' : `it does not meet ${reasons.join(' or ')}`;
}
