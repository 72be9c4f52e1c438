import { canonical } from './canonical.ts';
import { type Ledger, SealLine } from './ledger.ts';

/** A ledger as it is kept, by whoever seals: its seal, then each entry, one a line. The same ledger is the same bytes. */
export const ledgerText = ({ seal, entries }: Ledger): string =>
  [canonical(seal), ...entries].map((line) => `${line}\n`).join('');

/** The ledger in a text, whose entries nobody has held against its seal yet; undefined for a text that is none. */
export function ledgerIn(text: string): Ledger | undefined {
  const [first = '', ...entries] = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const seal = SealLine.safeParse(jsonOf(first)).data;
  return seal && { seal, entries };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
