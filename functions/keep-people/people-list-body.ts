import * as z from 'zod';
import { CONTACT_ROLES } from '../../domain/organs.ts';

/** What a list of people may be sent as; what it is is told by its bytes. */
export const LIST_TYPES = [
  'text/csv',
  'text/tab-separated-values',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
] as const;

/** Nothing: what the list would change. `preview` of that answer, and a reason: it is changed. */
export const ImportQuery = z
  .object({ preview: z.string().max(64).optional(), reason: z.string().trim().min(1).max(500).optional() })
  .refine(({ preview, reason }) => preview === undefined || reason !== undefined, {
    path: ['reason'],
    error: '请写变更的理由',
  });

const roles = z.array(z.enum(CONTACT_ROLES)).readonly();

/** What a list changes, by role, without anybody's name or number. */
export const PeopleListReport = z.object({
  preview: z.string(),
  organs: z.array(
    z.object({
      organ: z.string(),
      people: z.int(),
      added: roles,
      removed: roles,
      /** Whose address or telephone is another. */
      changed: roles,
      /** Why it may not be taken. */
      fault: z.string().optional(),
      /** So many things should be looked at: two people with one number, nobody present. */
      notes: z.int(),
      isTaken: z.boolean(),
    }),
  ),
});
