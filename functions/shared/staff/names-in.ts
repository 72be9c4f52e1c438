import type { Case } from '../../../domain/case/case.ts';
import { type Policies, ruleOf } from '../../../domain/clocks/policy.ts';
import type { Roster } from '../../../domain/organs.ts';
import type { NameOf } from './said-in-event.ts';

export type NamingRules = Roster & { readonly policies: Policies };

/** What organs, clocks and the materials of the case are called, and what `codeNameOf` knows. */
export const namesIn =
  ({ materials = [] }: Case, { organs, policies }: NamingRules, codeNameOf: NameOf): NameOf =>
  (id, field) => {
    const material = materials.find(({ key }) => key === id);
    if (material) return `第${material.number}号材料“${material.name}”`;
    const versions = [...policies.keys()].toReversed();
    const rules = versions.flatMap((policy) => ruleOf({ name: id, policy }, policies) ?? []);
    return organs.get(id)?.name ?? rules[0]?.duty ?? codeNameOf(id, field);
  };
