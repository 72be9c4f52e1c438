import * as z from 'zod';
import type { StoredEvent } from '../../domain/audit/chain.ts';
import { HeadLine, knownHeadOf } from '../../domain/audit/ledger.ts';
import type { KnownHead } from '../../domain/audit/verify-record.ts';
import { jsonOf, linesOf } from '../lines.ts';

const EventLine = z.looseObject({
  caseId: z.string(),
  seq: z.int().min(1),
  type: z.string(),
  prev: z.string().optional(),
  hash: z.string().optional(),
});

/**
 * The events in these files, in the order of their lines, and the heads that they name (docs/audit.md). A line that is
 * neither is told on stderr by its number, never by what it says, and ends the process with 2.
 */
export function readRecord(files: readonly string[]): { events: readonly StoredEvent[]; heads: readonly KnownHead[] } {
  const lines = files.flatMap((file) =>
    linesOf(file).map(([line, number]) => readLine(line, `${file}, line ${number}`)),
  );
  return {
    events: lines.flatMap(({ event }) => event ?? []),
    heads: lines.flatMap(({ head }) => head ?? []),
  };
}

function readLine(line: string, where: string): { readonly event?: StoredEvent; readonly head?: KnownHead } {
  const json = jsonOf(line);
  const head = HeadLine.safeParse(json).data;
  if (head) return { head: knownHeadOf(head) };
  const event = EventLine.safeParse(json).data;
  if (event) return { event };
  console.error(`${where}: neither an event nor a head`);
  return process.exit(2);
}
