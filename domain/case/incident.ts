import type { Classification, IncidentLevel } from '../classification/classification.ts';
import type { Limits } from '../clocks/set-limit.ts';
import type { Case } from './case.ts';

export const isEmergency = ({ classification }: Pick<Case, 'classification'>): boolean =>
  classification.urgency === 'emergency';

/** An emergency of which nobody has reported how it ended, or that there was none. */
export const isUnsettled = ({ classification, stage }: Pick<Case, 'classification' | 'stage'>): boolean =>
  isEmergency({ classification }) && stage?.stage !== 'final' && stage?.stage !== 'unfounded';

/** What stands in the way of acts that only an emergency knows. */
export const notAnIncident = (state: Case): string | undefined =>
  isEmergency(state) ? undefined : '本件未列为突发环境事件；经核实是的，请先改判';

/** Ⅰ级、Ⅱ级. Whose level cannot be told yet is treated as grave (provision `emergency-times`). */
export const isGrave = (level: IncidentLevel | undefined): boolean => level !== 'Ⅲ' && level !== 'Ⅳ';

/** The hours of the first report, where the stated numbers make it one of the lesser levels. */
export const incidentLimits = ({ urgency, incidentLevel }: Classification): Limits =>
  urgency === 'emergency' && !isGrave(incidentLevel)
    ? { 'incident-report': { limit: { unit: 'hours', count: 4 } } }
    : {};
