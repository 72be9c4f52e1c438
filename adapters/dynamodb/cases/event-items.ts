import * as z from 'zod';
import type { StoredEvent } from '../../../domain/audit/chain.ts';
import { factSchemaOf } from '../../../domain/case/acts.ts';
import type { CaseEvent } from '../../../domain/case/events.ts';
import { ActorSchema } from '../../../domain/case/people/actor.ts';
import { ToldSchema } from '../../../domain/case/told-complainants.ts';
import { ClockStartSchema } from '../../../domain/clocks/clock.ts';
import { InstantSchema, listOf } from '../../../domain/stored.ts';

/** An item as the table holds it, without its keys. */
type Attributes = Readonly<Record<string, unknown>>;

/**
 * What the table calls otherwise than the code does. The names of the releases before 2026-12 are read and written, so
 * that such a release still reads what this one wrote.
 */
const STORED_TYPE: Readonly<Record<string, string>> = { absorbed: 'took-in' };
const READ_TYPE: Readonly<Record<string, string>> = { 'took-in': 'absorbed' };

const Header = z.object({
  caseId: z.string(),
  seq: z.int(),
  at: InstantSchema,
  actor: ActorSchema,
  /** Events of the releases before 2026-12 have it only where they started something. */
  started: listOf(ClockStartSchema).default([]),
  told: ToldSchema.optional(),
  prev: z.string().optional(),
  hash: z.string().optional(),
});

const Typed = z.object({ type: z.string() });

/**
 * An event as we accept it back from the table or its stream: `unrecognised` when only a newer release knows its type.
 * Throws a ZodError for what is no event.
 */
export function eventOf(item: unknown): CaseEvent {
  const header = Header.parse(item);
  const { type: storedType } = Typed.parse(item);
  const type = Object.hasOwn(READ_TYPE, storedType) ? READ_TYPE[storedType]! : storedType;
  const { pk, sk, ...attributes } = item as Attributes;
  const fact = factSchemaOf(type)?.parse({ ...attributes, type });
  return fact ? { ...fact, ...header } : { type: 'unrecognised', storedType, ...header };
}

/** An event as it is stored. */
export function attributesOfEvent(event: CaseEvent): Attributes & StoredEvent {
  return { ...event, type: STORED_TYPE[event.type] ?? event.type };
}
