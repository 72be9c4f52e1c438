import type { Case } from '../../case/case.ts';
import type { CaseEvent } from '../../case/events.ts';

/** Whether another organ than the lead did it. */
export const isFromAbove = ({ actor }: Pick<CaseEvent, 'actor'>, { lead }: Pick<Case, 'lead'>): boolean =>
  actor.kind === 'staff' && actor.organ !== lead;
