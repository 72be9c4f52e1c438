import { closeSync, readdirSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { canonical } from '../../domain/audit/canonical.ts';
import { daysOfLedger, type Ledger, SealLine } from '../../domain/audit/ledger.ts';
import { jsonOf, linesOf } from '../lines.ts';
import { openNew } from '../new-file.ts';

/** The ledger in a file: its seal in the first line, an entry in each further one. Undefined if it is none. */
export function ledgerIn(file: string): Ledger | undefined {
  const [first, ...entries] = linesOf(file).map(([line]) => line);
  const seal = SealLine.safeParse(jsonOf(first ?? '')).data;
  return seal && { seal, entries };
}

/** The latest ledgers in a folder, in order: as many as the next one looks back upon. A file that is none ends the process with 2. */
export function latestLedgers(folder: string): readonly Ledger[] {
  const days = readdirSync(folder).filter((name) => /^\d{4}-\d\d-\d\d\.jsonl$/.test(name));
  const latest = days.toSorted().slice(-daysOfLedger('2000-01-01').length);
  return latest.map((name) => {
    const ledger = ledgerIn(join(folder, name));
    if (ledger?.seal.day === basename(name, '.jsonl')) return ledger;
    console.error(`${name}: not the ledger of that day`);
    return process.exit(2);
  });
}

/** Writes a ledger beside the others; never over one that is there. */
export function writeLedger(folder: string, { seal, entries }: Ledger): void {
  const output = openNew(join(folder, `${seal.day}.jsonl`));
  for (const line of [canonical(seal), ...entries]) writeSync(output, `${line}\n`);
  closeSync(output);
}
