import * as z from 'zod';
import { type Day, instantAt } from '../../calendar/day.ts';
import type { Limits } from '../../clocks/set-limit.ts';
import { DaySchema, listOf, stored } from '../../stored.ts';

/** The clock of an agreement, by its name in config/clocks.json. */
const AGREEMENT = 'agreement';

/** So many a case has at most. */
export const MOST_MEDIATIONS = 10;

export const MEDIATION_KINDS = { mediation: '调解', settlement: '和解' } as const;
export const MediationKindSchema = z.enum(['mediation', 'settlement']);

export const MEDIATION_RESULTS = { agreed: '达成协议', failed: '未达成协议' } as const;
export const MediationResultSchema = z.enum(['agreed', 'failed']);

/** 调解、和解. What was agreed stands in the event. */
export const MediationsSchema = listOf(
  stored({
    on: DaySchema,
    kind: MediationKindSchema,
    result: MediationResultSchema,
    /** 履行期限. */
    performBy: DaySchema.optional(),
    performedOn: DaySchema.optional(),
    /** Known on that day to be broken. */
    brokenOn: DaySchema.optional(),
    seq: z.int(),
  }),
);

export type Mediations = Readonly<z.infer<typeof MediationsSchema>>;

interface Mediated {
  readonly mediations?: Mediations | undefined;
}

/** The latest agreement that is yet to be performed, and is not known to be broken. */
export const agreementIn = ({ mediations = [] }: Mediated): Mediations[number] | undefined =>
  mediations.findLast(
    ({ result, performedOn, brokenOn }) => result === 'agreed' && performedOn === undefined && brokenOn === undefined,
  );

/** The mediations, that agreement with how it ended. */
export function withAgreementAs(
  end: Pick<Mediations[number], 'performedOn' | 'brokenOn'>,
  mediated: Mediated,
): Mediations | undefined {
  const agreement = agreementIn(mediated);
  return mediated.mediations?.map((one) => (one === agreement ? { ...one, ...end } : one));
}

/** The limits of a case with an agreement that is to be performed by then. */
export const withAgreement = (limits: Limits | undefined, performBy: Day | undefined): Limits | undefined =>
  performBy === undefined
    ? limits
    : { ...limits, [AGREEMENT]: { limit: { until: instantAt(performBy, '24:00') }, basis: '本件的调解、和解协议' } };
