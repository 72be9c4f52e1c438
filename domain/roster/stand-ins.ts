import type { RosterContact } from '../organs.ts';

/** So long a line of stand-ins may be: who stands in for the sixth does not know the work of the first. */
const LONGEST = 5;

/**
 * What is wrong with who stands in for whom: a line that comes back to where it began, or one of more than five; absences
 * that do not overlap make no line. Undefined for nothing.
 */
export function faultInStandIns(contacts: readonly RosterContact[]): string | undefined {
  const index = contacts.findIndex((contact) =>
    contact.absent?.some((away) => lineFault(contact.name, away, contacts)),
  );
  if (index < 0) return undefined;
  const contact = contacts[index]!;
  const away = contact.absent!.find((one) => lineFault(contact.name, one, contacts))!;
  return `第${index + 1}名联系人的代理${lineFault(contact.name, away, contacts)}`;
}

type Absent = NonNullable<RosterContact['absent']>[number];

function lineFault(name: string, away: Absent, contacts: readonly RosterContact[]): string | undefined {
  const line = [name];
  for (let next = away.standIn; next !== undefined; ) {
    if (line.includes(next)) return '互相代理，离岗期间无人接收';
    line.push(next);
    if (line.length > LONGEST + 1) return `超过${LONGEST}级`;
    const standIn = next;
    next = contacts
      .filter((contact) => contact.name === standIn)
      .flatMap(({ absent = [] }) => absent)
      .find(({ from, to }) => from <= away.to && away.from <= to)?.standIn;
  }
  return undefined;
}
