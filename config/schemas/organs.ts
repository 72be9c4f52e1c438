import * as z from 'zod';
import { CONTACT_ROLES, ORGAN_LEVELS, type Organ } from '../../domain/organs.ts';

/** One roster, as config/organs/<province>.json holds it. */
export interface OrgansFile {
  /** For whoever edits the file. */
  readonly note: string;
  readonly organs: readonly Organ[];
}

const contact = z
  .strictObject({
    role: z.enum(CONTACT_ROLES),
    name: z.string().min(1),
    email: z.email().optional(),
    phone: z
      .string()
      .regex(/^(1\d{10}|\+\d{6,15})$/)
      .optional(),
    absent: z.array(z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() })).optional(),
  })
  .refine(({ email, phone }) => email !== undefined || phone !== undefined, { error: 'has neither email nor phone' });

const organ = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  aliases: z.array(z.string().min(2)).optional(),
  level: z.enum(ORGAN_LEVELS),
  division: z.string().regex(/^\d{6}$/),
  department: z.string().min(1),
  superior: z.string().optional(),
  contacts: z.array(contact).min(1),
});

export const organsSchema: z.ZodType<OrgansFile> = z
  .strictObject({ note: z.string(), organs: z.array(organ).min(1) })
  .superRefine(({ organs }, context) => {
    const ids = new Set(organs.map(({ id }) => id));
    if (ids.size < organs.length) context.addIssue({ code: 'custom', message: 'an organ id stands twice' });
    for (const { id, superior } of organs) {
      if (superior && !ids.has(superior)) {
        context.addIssue({ code: 'custom', path: ['organs', id], message: `unknown superior "${superior}"` });
      }
    }
  });
