import * as z from 'zod';
import type { Organs } from '../organs.ts';
import { Name } from './act.ts';
import { type Case, runningClocks } from './case.ts';
import type { Officer, Person } from './officer.ts';

/** How a command names a person. */
export const NamedPerson = z.object({ sub: Name, name: Name });

/** 责任人 of an organ; none where nobody was named. */
export const officerAt = ({ officers = [] }: Case, organ: string): Officer | undefined =>
  officers.find((one) => one.organ === organ);

/** The case with that officer for their organ, which has no other then. */
export function withOfficer(state: Case, officer: Officer): Case {
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

/** Why nobody has to be responsible for it any more: an answer was given, and nothing that outlives it goes on. */
export const nothingLeft = (state: Case): string | undefined =>
  state.status === 'closed' && runningClocks(state).length === 0 ? '本件已办结，没有进行中的期限' : undefined;
