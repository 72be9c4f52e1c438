import * as z from 'zod';
import { GROUP_NAMES, GROUPS } from '../../../domain/lists/groups.ts';
import { MARK_NAMES } from '../../../domain/lists/marks.ts';
import type { Organs } from '../../../domain/organs.ts';
import { listOf } from '../../../domain/stored.ts';
import type { CaseList, ListedCase } from '../../../usecases/staff/list-cases.ts';
import { CaseSummary, summaryOf } from './case-summary.ts';

const NamedOrgan = z.object({ organ: z.string(), name: z.string() });

const ListedSummary = CaseSummary.extend({
  /** The deadline that comes first; none where no period runs. */
  dueAt: z.iso.datetime().optional(),
  /** The organ that it waits for. */
  waitsFor: NamedOrgan,
  marks: listOf(z.enum(MARK_NAMES)),
  channel: z.string(),
  /** Something has happened that whoever asks has neither seen nor done. */
  unread: z.boolean(),
});

const Count = z.object({
  tab: z.enum(GROUP_NAMES),
  name: z.string(),
  count: z.int(),
  /** False: so many at least, for the list is longer than anybody counts. */
  isAll: z.boolean(),
});

export const ListView = z.object({
  cases: listOf(ListedSummary),
  counts: listOf(Count),
  /** 等待他人: whom the open cases wait for, those with most first. */
  waitingFor: listOf(NamedOrgan.extend({ count: z.int() })),
  /** There may be more: ask again with it. */
  cursor: z.string().optional(),
});

export function listViewOf({ cases, counts, waitingFor, cursor }: CaseList, organs: Organs): z.infer<typeof ListView> {
  const named = (organ: string) => ({ organ, name: organs.get(organ)?.name ?? organ });
  const listed = ({ state, row: { dueAt, waitsFor, marks, channel }, isUnread }: ListedCase) => {
    return { ...summaryOf(state), dueAt, waitsFor: named(waitsFor), marks, channel, unread: isUnread };
  };
  return {
    cases: cases.map(listed),
    counts: GROUP_NAMES.flatMap((tab) => (counts[tab] ? [{ tab, name: GROUPS[tab], ...counts[tab] }] : [])),
    waitingFor: waitingFor.map(({ organ, count }) => ({ ...named(organ), count })),
    cursor,
  };
}
