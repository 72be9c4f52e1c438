import type { Account, Lived } from './account.ts';
import type { Quarter } from './quarter.ts';

const wordOf = ({ notice }: Quarter['peers']['handed'][number]): string => {
  if (notice.sms.use === 'complainant') return '告知信访人';
  return /^【(.+?)】/.exec(notice.subject)?.[1] ?? notice.sms.values.kind;
};

/** What must not be, as a table that counts it. */
export const faultsOf = (faulty: Readonly<Record<string, readonly string[]>>): string =>
  [
    '| what must not be | found |',
    '|---|---|',
    ...Object.entries(faulty).map(([what, some]) => `| ${WORDS[what as keyof typeof WORDS]} | ${some.length} |`),
  ].join('\n');

/** In what state the notices are at the end, as a table. */
export const endsOf = ({ byNotice }: Lived['deliveries']): string =>
  [
    '| notices | end |',
    '|---|---|',
    ...[...Map.groupBy(byNotice.values(), ({ state }) => state)].map(
      ([state, some]) => `| ${some.length} | ${state} |`,
    ),
  ].join('\n');

/** The quarter as a page of the docs. */
export function reportOf({ plans, absences, peers, deliveries }: Quarter, account: Account): string {
  const { handed, faults, receipts } = peers;
  const kinds = [...Map.groupBy(handed, (one) => `| ${wordOf(one)} | ${one.transport} |`)]
    .map(([kind, some]) => [kind, some.length] as const)
    .toSorted(([, one], [, other]) => other - one);
  const { fullest, ...faulty } = account;
  return `# A quarter, simulated

Written by \`npm run quarter -- --write\`; a smaller quarter is a test on every run (\`test/scenarios/quarter.test.ts\`).
\`npm run quarter -- --real N\` has fewer cases live through the same on the local runner.

1 October to 31 December 2026, with National Day, the make-up day of 10 October and the end of the year. ${plans.length} complaints about
building sites come to 18 bureaus with 54 people, ${absences.length} of whom are away for some days; over them stand a province and its desk. The
national holiday is a key period with a report at five each day. Most cases are answered in time, a fifth late, some never. The mail host takes nothing for two days;
every fifth text message times out, every seventeenth fails at the carrier. Receipts of mails come in any order, a third of them twice; one letter in fifty comes back
after it was said to have arrived.
The functions are those that are deployed, the tables are kept in memory. The days on which steps were due are counted anew by
\`test/quarter/due-steps.ts\`.

${faultsOf(faulty)}

The most that one person got on one day, letters and text messages together, emergencies, inspection items and clocks of hours aside: ${fullest[0]?.[1] ?? 0} messages.
The mail host refused ${faults.mail} attempts; ${faults.sms} text messages timed out, and ${faults.carrier} failed at the carrier. Of mails
${receipts.counted.said} receipts came, and ${receipts.counted.returned} letters came back.

${endsOf(deliveries)}

| handed over | by | messages |
|---|---|---|
${kinds.map(([kind, count]) => `${kind} ${count} |`).join('\n')}
`;
}

const WORDS = {
  missed: 'a step that was due and did not go out, or twice',
  repeated: 'a letter handed over twice to one address',
  untold: 'a step that no letter told of, and whose duty was not done meanwhile',
  unfinished: 'a notice without a named end after 72 hours',
  atNight: 'a letter to staff between 18:00 and 08:00 that could have waited',
  unreported: 'a day of the key period without its report within half an hour, or with two',
  setAside: 'a message set aside',
} as const;
