import * as z from 'zod';
import type { StoredEvent } from '../../domain/audit/chain.ts';
import { HeadLine, headsIn, knownHeadOf, type Ledger } from '../../domain/audit/ledger.ts';
import type { KnownHead } from '../../domain/audit/verify-record.ts';
import { jsonOf, linesOf } from '../data-rows.ts';
import { ledgerInFile } from './ledgers.ts';

const EventLine = z.looseObject({
  caseId: z.string(),
  seq: z.int().min(1),
  type: z.string(),
  at: z.iso.datetime(),
  receipt: z.unknown().optional(),
  prev: z.string().optional(),
  hash: z.string().optional(),
});

export interface Record {
  readonly events: readonly z.infer<typeof EventLine>[];
  readonly heads: readonly KnownHead[];
  /** By their days. */
  readonly ledgers: readonly Ledger[];
}

/**
 * The events in these files, in the order of their lines, the heads that they name, and the ledgers (docs/audit.md). A
 * line that is none of these is told on stderr by its number, never by what it says, and ends the process with 2.
 */
export function readRecord(files: readonly string[]): Record {
  const ledgers = files.flatMap((file) => ledgerInFile(file) ?? []);
  const others = files.filter((file) => !ledgerInFile(file));
  const lines = others.flatMap((file) =>
    linesOf(file).map(([line, number]) => readLine(line, `${file}, line ${number}`)),
  );
  return {
    events: lines.flatMap(({ event }) => event ?? []),
    heads: [...lines.flatMap(({ head }) => head ?? []), ...ledgers.flatMap(headsIn)],
    ledgers: ledgers.toSorted((one, other) => one.seal.day.localeCompare(other.seal.day)),
  };
}

function readLine(
  line: string,
  where: string,
): { readonly event?: StoredEvent & z.infer<typeof EventLine>; readonly head?: KnownHead } {
  const json = jsonOf(line);
  const head = HeadLine.safeParse(json).data;
  if (head) return { head: knownHeadOf(head) };
  const event = EventLine.safeParse(json).data;
  if (event) return { event };
  console.error(`${where}: neither an event nor a head`);
  return process.exit(2);
}
