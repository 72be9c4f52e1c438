import type { Organs, RosterContact } from '../organs.ts';

/**
 * Who reads at a mailbox or telephone: one name for both where they are one person's, in whichever organs, and nobody
 * else's. What several share, or the roster does not know, is a reader by itself.
 */
export function readersIn(organs: Organs): (to: string) => string {
  const contacts = [...organs.values()].flatMap((organ) => organ.contacts);
  const byEmail = Map.groupBy(contacts, ({ email }) => email);
  const byPhone = Map.groupBy(contacts, ({ phone }) => phone);
  return (to) => {
    const phone = byEmail.get(to)?.find((one) => one.phone !== undefined)?.phone;
    return phone !== undefined && areOne([...byEmail.get(to)!, ...byPhone.get(phone)!]) ? phone : to;
  };
}

const areOne = (some: readonly RosterContact[]): boolean => new Set(some.map(({ name }) => name)).size === 1;
