import * as z from 'zod';
import type { Classification, IncidentLevel } from '../../classification/classification.ts';
import type { Limits } from '../../clocks/set-limit.ts';
import { InstantSchema, stored } from '../../stored.ts';

/** 处置阶段: how far the reports of an emergency have come, as people read it. */
export const STAGES = {
  initial: '已初报，处置中',
  'follow-up': '已续报，处置中',
  final: '处置已结束',
  unfounded: '经核实不属实',
} as const;

export const StageSchema = stored({
  stage: z.enum(Object.keys(STAGES) as (keyof typeof STAGES)[]),
  at: InstantSchema,
});

export type Stage = Readonly<z.infer<typeof StageSchema>>;

/** 突发事件的总体状态 in one line. */
export const stageText = (stage: Stage | undefined): string =>
  stage === undefined ? '待核实，尚未初报' : STAGES[stage.stage];

interface Classified {
  readonly classification: Pick<Classification, 'urgency'>;
}

interface Reported extends Classified {
  readonly stage?: Stage | undefined;
}

export const isEmergency = ({ classification }: Classified): boolean => classification.urgency === 'emergency';

/** 经核实不属实: called an emergency until somebody had looked. */
export const wasNone = ({ stage }: Pick<Reported, 'stage'>): boolean => stage?.stage === 'unfounded';

/** An emergency of which nobody has reported how it ended, or that there was none. */
export const isUnsettled = ({ classification, stage }: Reported): boolean =>
  isEmergency({ classification }) && stage?.stage !== 'final' && stage?.stage !== 'unfounded';

/** What stands in the way of acts that only an emergency knows. */
export const whyNoIncident = (state: Classified): string | undefined =>
  isEmergency(state) ? undefined : '本件未列为突发环境事件；经核实是的，请先改判';

/** Ⅰ级、Ⅱ级. Whose level cannot be told yet is treated as grave (provision `emergency-times`). */
export const isGrave = (level: IncidentLevel | undefined): boolean => level !== 'Ⅲ' && level !== 'Ⅳ';

/** The hours of the first report, where the stated numbers make it one of the lesser levels. */
export const incidentLimits = ({ urgency, incidentLevel }: Classification): Limits =>
  urgency === 'emergency' && !isGrave(incidentLevel)
    ? { 'incident-report': { limit: { unit: 'hours', count: 4 } } }
    : {};
