import type { CaseEvent } from '../../domain/case/events.ts';
import { count, countBy } from '../shared/count.ts';

/**
 * What an event adds to the figures of the dashboard (lib/monitoring/dashboard.ts). One that is relayed again is counted again:
 * they are figures to look at, not to account by.
 */
export function countEvent(event: CaseEvent): void {
  if (event.type === 'registered' && event.apartFrom === undefined && event.partOf === undefined)
    countBy('ComplaintReceived', 'Channel', event.channel);
  if (event.type === 'followed-up') countBy('ComplaintReceived', 'Channel', event.channel);
  if (event.type === 'chased' && (event.kind === 'overdue' || event.kind === 'escalation'))
    countBy('LateStepTaken', 'Level', String(event.level));
  if (event.type === 'reclassified') count('ClassificationOverridden');
}
