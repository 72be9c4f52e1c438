import * as z from 'zod';
import { InstantSchema, listOf, stored } from '../../stored.ts';
import { Name } from '../../text/entered.ts';

/** Under this prefix of the uploads lie materials, by case. */
const PREFIX = 'uploads/cases/';

/** Where a file for that case comes to lie. `random`: what nobody can guess. */
export const materialKey = (caseId: string, random: string): string => `${PREFIX}${caseId}/${random}`;

export const isMaterial = (key: string): boolean => key.startsWith(PREFIX);

/** Whether a file was offered its place for that case and no other: nobody names what others sent. */
export const isMaterialOf = (caseId: string, key: string): boolean => key.startsWith(materialKey(caseId, ''));

/** So many materials one act may add. */
export const MOST_ATTACHED = 10;

/** So many materials a case may have. */
export const MOST_MATERIALS = 100;

const FileSchema = stored({
  /** From 1, in the order in which they were added. */
  number: z.int(),
  name: z.string(),
  mediaType: z.string(),
  key: z.string(),
});

export const FilesSchema = listOf(FileSchema);

/** 材料: a file that staff added. */
export const MaterialsSchema = listOf(FileSchema.extend({ at: InstantSchema, organ: z.string() }));

/** So many materials one act may name. */
const MOST_NAMED = 20;

/** How an act names materials that the case has, in its field `files`: by their keys, as `attach` was given them. */
export const NamedMaterials = z.array(Name).max(MOST_NAMED).readonly();

export const notOfThisCase = (name: string): string => `“${name}”不是为本件上传的材料`;

interface Filed {
  readonly id: string;
  readonly materials?: readonly { readonly key: string }[] | undefined;
}

/** Why those keys do not name materials of the case; undefined where each does. */
export function whyNotNamed(keys: readonly string[], { id, materials = [] }: Filed): string | undefined {
  const unknown = keys.find((key) => !materials.some((one) => one.key === key));
  if (unknown === undefined) return undefined;
  return isMaterialOf(id, unknown) ? `“${unknown}”尚未添加到本件，请先添加材料` : notOfThisCase(unknown);
}
