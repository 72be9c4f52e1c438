import { plainAddress } from './mail.ts';
import type { Organ, Organs } from './organ.ts';

/** Every organ there is, and the desk that stands in for those there are no longer. */
export interface Roster {
  readonly organs: Organs;
  readonly catchAllOrgan: string;
}

/** The organ of that id. Cases outlive reforms: what an organ led that has left the roster is the catch-all desk's. */
export function organNamed(id: string, { organs, catchAllOrgan }: Roster): Organ {
  const organ = organs.get(id) ?? organs.get(catchAllOrgan);
  if (!organ) throw new Error(`no organ "${id}" and no desk "${catchAllOrgan}"`);
  return organ;
}

/** The organ `levels` above this one, or the top of its line if the line is shorter. */
export function above(id: string, levels: number, roster: Roster): Organ {
  const organ = organNamed(id, roster);
  return levels === 0 || organ.superior === undefined ? organ : above(organ.superior, levels - 1, roster);
}

/** Whether `superior` stands above `id` in its line, however far. */
export function isAbove(superior: string, id: string, organs: Organs): boolean {
  const next = organs.get(id)?.superior;
  return next !== undefined && (next === superior || isAbove(superior, next, organs));
}

/** Every e-mail address of the roster, in lower case. */
export function staffAddressesIn(organs: Organs): ReadonlySet<string> {
  const contacts = [...organs.values()].flatMap((organ) => organ.contacts);
  return new Set(contacts.flatMap(({ email }) => (email === undefined ? [] : [plainAddress(email)])));
}
