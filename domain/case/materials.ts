import * as z from 'zod';
import { InstantSchema, listOf, stored } from '../stored.ts';

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
