/**
 * Where a case stands: registered → accepted → assigned → reported (→ returned → reported) → closed;
 * split, where its parts are cases of their own; filed, where a penalty is under way before it is closed;
 * or an early end: declined, transferred to another department, or joined to an earlier case of the same matter.
 */
export const CASE_STATUSES = [
  'registered',
  'accepted',
  'declined',
  'transferred',
  'joined',
  'assigned',
  'reported',
  'returned',
  'filed',
  'split',
  'closed',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** In which a case is handled no more. */
export const ENDED = ['declined', 'transferred', 'joined', 'closed'] as const satisfies readonly CaseStatus[];

export const hasEnded = ({ status }: { readonly status: CaseStatus }): boolean =>
  (ENDED as readonly CaseStatus[]).includes(status);

/** In which it is handled. */
export const OPEN: readonly CaseStatus[] = CASE_STATUSES.filter((status) => !hasEnded({ status }));

/** In which its record is still written here: what was joined to another case has its record there. */
export const RECORDED_HERE = CASE_STATUSES.filter((status) => status !== 'joined');
