import * as z from 'zod';
import type { Clock } from '../../clocks/clock.ts';
import type { Organs } from '../../organs.ts';
import { stored } from '../../stored.ts';
import { Name } from '../../text/entered.ts';

/** A person of an organ: `sub` is who that is at the province's identity provider. */
export const PersonSchema = stored({ sub: z.string(), name: z.string() });
export type Person = Readonly<z.infer<typeof PersonSchema>>;

/** 责任人 of an organ that leads or assists. */
export const OfficerSchema = stored({ organ: z.string(), sub: z.string(), name: z.string() });
export type Officer = Readonly<z.infer<typeof OfficerSchema>>;

/** How a command names a person. */
export const NamedPerson = z.object({ sub: Name, name: Name });

interface Staffed {
  readonly officers?: readonly Officer[] | undefined;
}

/** 责任人 of an organ; none where nobody was named. */
export const officerAt = ({ officers = [] }: Staffed, organ: string): Officer | undefined =>
  officers.find((one) => one.organ === organ);

/** The case with that officer for their organ, which has no other then. */
export function withOfficer<State extends Staffed>(state: State, officer: Officer): State {
  const others = state.officers?.filter(({ organ }) => organ !== officer.organ) ?? [];
  return { ...state, officers: [...others, officer] };
}

/**
 * The person as the roster names them, or as they were named where it does not know them: a roster need not list all.
 * Undefined for somebody whom it has at another organ.
 */
export function personAt(organ: string, asked: Person, organs: Organs): Person | undefined {
  const places = [...organs.values()].filter(({ contacts }) => contacts.some(({ sub }) => sub === asked.sub));
  if (places.length === 0) return asked;
  const known = places.find(({ id }) => id === organ)?.contacts.find(({ sub }) => sub === asked.sub);
  return known && { sub: asked.sub, name: known.name };
}

export const NOT_OF_THIS_ORGAN = '该人员在名册中属于其他单位，请核对人员标识';

interface Answered {
  readonly status: string;
  readonly clocks: readonly Pick<Clock, 'stoppedAt'>[];
}

/** Why nobody has to be responsible for it any more: an answer was given, and nothing that outlives it goes on. */
export const whyNothingLeft = ({ status, clocks }: Answered): string | undefined =>
  status === 'closed' && clocks.every(({ stoppedAt }) => stoppedAt !== undefined)
    ? '本件已办结，没有进行中的期限'
    : undefined;
