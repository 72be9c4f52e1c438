import * as z from 'zod';
import { stored } from '../../stored.ts';

const StaffSchema = stored({
  kind: z.literal('staff'),
  organ: z.string(),
  role: z.string(),
  name: z.string(),
  /** Who that is at the province's identity provider. Events of the releases before 2026-12 do not say. */
  sub: z.string().optional(),
});

export const ActorSchema = z.discriminatedUnion('kind', [stored({ kind: z.literal('system') }), StaffSchema]);

/** Who caused an event. */
export type Actor = Readonly<z.infer<typeof ActorSchema>>;

/** The organ in whose name somebody acts; none for the system. */
export const organOf = (actor: Actor): string | undefined => (actor.kind === 'staff' ? actor.organ : undefined);

/** A member of staff, as the identity provider says: a person, with a name. */
export type Staff = Readonly<z.infer<typeof StaffSchema>> & { readonly sub: string };
