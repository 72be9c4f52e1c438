import * as z from 'zod';
import { contactSchema, ORGAN_LEVELS, type Organ } from '../../domain/organs.ts';

/** One roster, as config/organs/<province>.json holds it. */
export interface OrgansFile {
  /** For whoever edits the file. */
  readonly note: string;
  readonly organs: readonly Organ[];
}

const reachable = z
  .strictObject(contactSchema().shape)
  .refine(({ email, phone }) => email !== undefined || phone !== undefined, { error: 'has neither email nor phone' });

const organDraft = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  formerIds: z.array(z.string().regex(/^[a-z0-9-]+$/)).optional(),
  aliases: z.array(z.string().min(2)).optional(),
  level: z.enum(ORGAN_LEVELS),
  division: z.string().regex(/^\d{6}$/),
  department: z.string().min(1),
  superior: z.string().optional(),
  robot: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'must be lower-case letters, digits and dashes')
    .optional(),
  contacts: z.array(reachable),
});

/** A roster in which people may still be missing. */
export const rosterDraft = z.strictObject({
  $schema: z.string().optional(),
  note: z.string(),
  organs: z.array(organDraft).min(1),
});

const organ = organDraft.extend({ contacts: z.array(reachable).min(1, 'names nobody: somebody must be reached') });

export const organsSchema: z.ZodType<OrgansFile> = rosterDraft.extend({ organs: z.array(organ).min(1) });
