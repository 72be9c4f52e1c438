import type { Account } from '../account.ts';
import { endsOf, faultsOf } from '../report.ts';
import type { RealQuarter } from './live.ts';
import { BUREAUS } from './province.ts';

/** What must not be, with messages that were set aside. */
export const realFaults = ({ deadLetters }: RealQuarter, { fullest: _, ...faulty }: Account) => ({
  ...faulty,
  setAside: Array.from({ length: deadLetters }, () => 'a dead letter'),
});

/** The quarter through the real functions as a page of the docs. */
export function realReportOf(lived: RealQuarter, account: Account): string {
  const { count, leaves, faults, said, peers, cases, refused, deliveries } = lived;
  const people = BUREAUS.reduce((sum, { contacts }) => sum + contacts.length, 0);
  return `# A quarter through the real functions

Written by \`npm run quarter -- --real ${count} --write\`. [The other one](quarter.md) has 2 000 cases, with tables in memory.

1 October to 31 December 2026, on the services of the local runner: HTTP, streams, queues, DynamoDB Local and the functions as they are bundled.
${count} complaints came to ${BUREAUS.length} bureaus of counties with ${people} people, ${leaves} of whom were away for some days; ${cases.all().length} cases were made of them. The
national holiday was a key period with a report at five each day. Staff did their work through the API; ${refused.length} of their acts were refused.
The mail service took nothing from 10 to 12 November and refused ${faults.mail} attempts; the answer to every fifth text message was lost (${faults.sms}).
${said.said} receipts of mails came in any order, a third of them twice, and ${said.returned} letters came back. ${peers.handed.length} messages went out.

${faultsOf(realFaults(lived, account))}

The most that one person got on one day, emergencies, inspection items and clocks of hours aside: ${account.fullest[0]?.[1] ?? 0} messages.

${endsOf(deliveries)}
`;
}
