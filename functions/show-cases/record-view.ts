import * as z from 'zod';
import { nameOfEvent } from '../../domain/case/acts.ts';
import type { CaseEvent } from '../../domain/case/events.ts';

/** One thing that happened to a case. What else it says depends on its type. */
const RecordEntry = z.looseObject({
  type: z.string(),
  /** 办理动作, as people read it. */
  name: z.string(),
  at: z.iso.datetime(),
  seq: z.int(),
});

export const Record = z.object({ events: z.array(RecordEntry) });

/** A record that a newer release wrote is shown by what is known of it: its type, when, and by whom. */
export function recordOf(event: CaseEvent): z.infer<typeof RecordEntry> {
  if (event.type !== 'unrecognised') return { ...event, name: nameOfEvent(event) };
  const { storedType: type, caseId, seq, at, actor } = event;
  return { type, name: nameOfEvent(event), caseId, seq, at, actor };
}
