import type { Instant } from '../../domain/calendar/day.ts';
import type { Staff } from '../../domain/case/people/actor.ts';
import type { ContactRole, RosterContact } from '../../domain/organs.ts';
import { notesOn } from '../../domain/roster/notes.ts';
import { faultIn } from '../../domain/roster/people.ts';
import { type ChangePeopleDeps, changePeople, peopleOf } from './change-people.ts';

/** What a list would change of one organ: by role, and who is there before and after. */
export interface ImportedOrgan {
  readonly organ: string;
  readonly version: number;
  readonly before: readonly RosterContact[];
  readonly contacts: readonly RosterContact[];
  readonly added: readonly ContactRole[];
  readonly removed: readonly ContactRole[];
  /** People whose address or telephone is another. */
  readonly changed: readonly ContactRole[];
  /** Why it may not be taken; undefined where it may. */
  readonly fault: string | undefined;
  /** How many things should be looked at: two people with one number, nobody present. */
  readonly notes: number;
}

/**
 * What a list of people would change, organ by organ; those in which nothing changes are left out. Whoever stays keeps
 * their absences, their shifts, their account and what they chose of digests: a list says nothing of them.
 */
export async function previewImport(
  people: ReadonlyMap<string, readonly RosterContact[]>,
  now: Instant,
  deps: ChangePeopleDeps,
): Promise<readonly ImportedOrgan[]> {
  const found = await Promise.all(
    [...people].map(async ([organ, listed]) => {
      const { version, contacts: before } = await peopleOf(organ, deps);
      const contacts = listed.map((contact) => keepingOwn(contact, before));
      return {
        organ,
        version,
        before,
        contacts,
        ...differenceOf(before, contacts),
        fault: faultIn(contacts),
        notes: notesOn(organ, contacts, now, deps.context).length,
      };
    }),
  );
  return found.filter(({ added, removed, changed }) => added.length + removed.length + changed.length > 0);
}

const isSame = (one: RosterContact, other: RosterContact): boolean =>
  one.role === other.role && one.name === other.name;

function keepingOwn(contact: RosterContact, before: readonly RosterContact[]): RosterContact {
  const earlier = before.find((one) => isSame(one, contact));
  const { sub, absent, onDuty, digests } = earlier ?? {};
  const own = { ...(sub && { sub }), ...(absent && { absent }), ...(onDuty && { onDuty }) };
  return { ...contact, ...own, ...(digests && { digests }) };
}

function differenceOf(before: readonly RosterContact[], after: readonly RosterContact[]) {
  const without = (some: readonly RosterContact[], others: readonly RosterContact[]) =>
    some.filter((one) => !others.some((other) => isSame(one, other))).map(({ role }) => role);
  const changed = after.filter((one) => {
    const earlier = before.find((other) => isSame(one, other));
    return earlier !== undefined && (earlier.email !== one.email || earlier.phone !== one.phone);
  });
  return { added: without(after, before), removed: without(before, after), changed: changed.map(({ role }) => role) };
}

/**
 * Takes what was previewed, each organ with the reason on record; an organ that somebody changed meanwhile is left alone.
 * Answers with those that were not taken. Run again with the same list, it changes nothing more.
 */
export async function importPeople(
  previewed: readonly ImportedOrgan[],
  reason: string,
  staff: Staff,
  now: Instant,
  deps: ChangePeopleDeps,
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const { organ, version, contacts } of previewed) {
    const wanted = { organ, expectedVersion: version, reason, wanted: { contacts } };
    const { kind } = await changePeople(wanted, staff, now, deps);
    if (kind !== 'shown') left.push(organ);
  }
  return left;
}
