import * as z from 'zod';
import { type Case, runningClocks } from '../../../domain/case/case.ts';
import { officerAt } from '../../../domain/case/people/officers.ts';
import { CASE_STATUSES } from '../../../domain/case/status.ts';
import { statusTextOf } from '../../../domain/case/status-text.ts';
import { listOf } from '../../../domain/stored.ts';
import { Clock, clockOf } from './clock-views.ts';

export const Person = z.object({ sub: z.string(), name: z.string() });

/** A case in a list: what an officer sorts by. */
export const CaseSummary = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(CASE_STATUSES),
  statusText: z.string(),
  title: z.string(),
  types: listOf(z.string()),
  urgency: z.string(),
  place: z.string().optional(),
  lead: z.string(),
  assisting: listOf(z.string()),
  /** 责任人 of the lead. */
  officer: Person.optional(),
  receivedAt: z.iso.datetime(),
  /** 催单次数. */
  urges: z.int(),
  /** Since when somebody wants this ended case opened again. */
  reopeningAskedAt: z.iso.datetime().optional(),
  clocks: listOf(Clock),
});

export function summaryOf(state: Case): z.infer<typeof CaseSummary> {
  const { id, version, status, title, classification, place, lead, assisting, receivedAt } = state;
  const officer = officerAt(state, lead);
  return {
    id,
    version,
    status,
    statusText: statusTextOf(state),
    title,
    types: classification.types,
    urgency: classification.urgency,
    place: place && `${place.name}${place.town?.name ?? ''}`,
    lead,
    assisting,
    officer: officer && { sub: officer.sub, name: officer.name },
    receivedAt,
    urges: state.urges ?? 0,
    reopeningAskedAt: state.reopeningAsked?.since,
    clocks: runningClocks(state).map(clockOf),
  };
}
