import type { Case } from './case.ts';
import type { WayRecord } from './ways.ts';

/** So many a case remembers, one for each way and office. */
export const MOST_SENT = 20;

type Named = Pick<WayRecord, 'way' | 'to'>;

const isSame = (one: Named, { way, to }: Named): boolean => one.way === way && one.to === to;

/** What was sent that way to that office, if anything was. */
export const sentTo = ({ waysSent = [] }: Case, named: Named): WayRecord | undefined =>
  waysSent.find((one) => isSame(one, named));

/** With what was sent last in place of what was sent the same way to the same office before. */
export const withSent = ({ waysSent = [] }: Case, record: WayRecord): readonly WayRecord[] => [
  ...waysSent.filter((one) => !isSame(one, record)),
  record,
];

/** With the change of what was sent that way to that office. */
export const withChanged = (
  { waysSent }: Case,
  named: Named,
  change: Pick<WayRecord, 'acknowledgedAt' | 'answeredAt'>,
): Case['waysSent'] => waysSent?.map((one) => (isSame(one, named) ? { ...one, ...change } : one));
