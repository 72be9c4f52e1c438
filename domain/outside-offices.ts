import { isShutOut } from './accused/recusal.ts';
import type { Roster } from './organs.ts';

/** 名册以外的单位: where departments and governments that are on no roster are written to, by their names. */
export type OutsideOffices = ReadonlyMap<string, { readonly email: string }>;

/** The roster, and whoever is on none. */
export interface Reachable extends Roster {
  readonly outside?: OutsideOffices | undefined;
}

/** An office that can be written to: an organ of the roster, or one outside it. */
export type Office =
  | { readonly kind: 'organ'; readonly id: string }
  | { readonly kind: 'outside'; readonly email: string };

/**
 * Where an office of that name is written to; undefined where nobody knows, or where it must not know of the case that
 * the roster was cut for.
 */
export function officeNamed(name: string, roster: Reachable): Office | undefined {
  const { organs } = roster.whole ?? roster;
  const organ = [...organs.values()].find((one) => one.name === name || one.aliases?.includes(name));
  if (organ) return isShutOut(organ.id, roster) ? undefined : { kind: 'organ', id: organ.id };
  const email = roster.outside?.get(name)?.email;
  return email === undefined ? undefined : { kind: 'outside', email };
}
