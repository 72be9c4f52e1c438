import * as z from 'zod';
import { Name } from './act.ts';
import type { Case } from './case.ts';
import { isMaterialOf } from './materials.ts';

/** So many materials one act may name. */
const MOST_NAMED = 20;

/** How an act names materials that the case has, in its field `files`: by their keys, as `attach` was given them. */
export const NamedMaterials = z.array(Name).max(MOST_NAMED).readonly();

export const notOfThisCase = (name: string): string => `“${name}”不是为本件上传的材料`;

/** Why those keys do not name materials of the case; undefined where each does. */
export function whyNotNamed(keys: readonly string[], { id, materials = [] }: Case): string | undefined {
  const unknown = keys.find((key) => !materials.some((one) => one.key === key));
  if (unknown === undefined) return undefined;
  return isMaterialOf(id, unknown) ? `“${unknown}”尚未添加到本件，请先添加材料` : notOfThisCase(unknown);
}
