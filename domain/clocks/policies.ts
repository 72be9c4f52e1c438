import type { Policy } from './policy.ts';

/** Every version that an open case may run under, by its name. */
export type Policies = ReadonlyMap<string, Policy>;

export function policyNamed(version: string, policies: Policies): Policy {
  const policy = policies.get(version);
  if (!policy) throw new Error(`no clock policy "${version}"`);
  return policy;
}
