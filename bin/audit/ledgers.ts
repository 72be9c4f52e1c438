import { closeSync, readdirSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { daysOfLedger, type Ledger } from '../../domain/audit/ledger.ts';
import { ledgerIn, ledgerText } from '../../domain/audit/ledger-text.ts';
import { linesOf } from '../data-rows.ts';
import { openNew } from '../new-file.ts';

/** The ledger in a file; undefined if it is none. */
export const ledgerInFile = (file: string): Ledger | undefined =>
  ledgerIn(
    linesOf(file)
      .map(([line]) => line)
      .join('\n'),
  );

/** The latest ledgers in a folder, in order: as many as the next one looks back upon. A file that is none ends the process with 2. */
export function latestLedgers(folder: string): readonly Ledger[] {
  const days = readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\d\.jsonl$/.test(name));
  const latest = days.toSorted().slice(-daysOfLedger('2000-01-01').length);
  return latest.map((name) => {
    const ledger = ledgerInFile(join(folder, name));
    if (ledger?.seal.day === basename(name, '.jsonl')) return ledger;
    console.error(`${name}: not the ledger of that day`);
    return process.exit(2);
  });
}

/** Writes a ledger beside the others; never over one that is there. */
export function writeLedger(folder: string, ledger: Ledger): Ledger {
  const output = openNew(join(folder, `${ledger.seal.day}.jsonl`));
  writeSync(output, ledgerText(ledger));
  closeSync(output);
  return ledger;
}
