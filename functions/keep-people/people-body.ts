import * as z from 'zod';
import { digestSettingsSchema } from '../../domain/digests.ts';
import { CONTACT_ROLES, contactSchema } from '../../domain/organs.ts';
import { MOST_PEOPLE } from '../../domain/roster/people.ts';

const Contact = z.strictObject(contactSchema().shape);
const Reason = z.string().trim().min(1).max(500);

/** POST /v1/organs/{id}/people: everybody that the organ is reached by from now on. */
export const PeopleBody = z.strictObject({
  expectedVersion: z.int().min(0),
  reason: Reason,
  contacts: z.array(Contact).min(1).max(MOST_PEOPLE),
});

/** POST /v1/organs/{id}/absences: one of them is away, both ends included. */
export const AbsenceBody = z.strictObject({
  expectedVersion: z.int().min(0),
  reason: Reason,
  role: z.enum(CONTACT_ROLES),
  name: z.string().trim().min(1),
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }),
  /** 代理人, by their name at the same organ. */
  standIn: z.string().trim().min(1).max(100).optional(),
});

/** POST /v1/organs/{id}/digests: which digests one of them gets, and by what. */
export const DigestsBody = z.strictObject({
  expectedVersion: z.int().min(0),
  reason: Reason.default('本人设置'),
  role: z.enum(CONTACT_ROLES),
  name: z.string().trim().min(1),
  digests: z.strictObject(digestSettingsSchema().shape),
});

const people = {
  /** 0 as long as they are those of the province's file. */
  version: z.int(),
  contacts: z.array(contactSchema()).readonly(),
};

export const PeopleView = z.object({ ...people, notes: z.array(z.string()).readonly() });

export const PeopleChanges = z.object({
  changes: z.array(
    z.object({
      version: z.int(),
      at: z.iso.datetime(),
      by: z.object({ organ: z.string(), role: z.string(), sub: z.string(), name: z.string() }),
      reason: z.string(),
      before: people.contacts,
      after: people.contacts,
    }),
  ),
});
