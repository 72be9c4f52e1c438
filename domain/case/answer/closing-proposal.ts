import * as z from 'zod';
import { OUTCOMES } from '../../procedure/answer.ts';
import { MeasuresSchema, progressNames, truthNames } from '../../procedure/findings.ts';
import { InstantSchema, listOf, stored } from '../../stored.ts';
import type { Actor } from '../people/actor.ts';
import { OfficerSchema } from '../people/officers.ts';
import type { CaseStatus } from '../status.ts';
import { FourChecksSchema } from './four-checks.ts';
import { GrievancesSchema } from './grievances.ts';

/** What a case is closed with: proposed by one person, signed by another, and told as it is. */
export const closingParts = {
  /** All of it, as it is told. Facts of the releases before 2026-12 have nothing else. */
  answer: z.string(),
  outcome: z.enum(OUTCOMES).optional(),
  facts: z.string().optional(),
  opinion: z.string().optional(),
  /** As it was printed on that day. */
  basis: listOf(z.string()).optional(),
  truth: z.enum(truthNames).optional(),
  progress: z.enum(progressNames).optional(),
  measures: MeasuresSchema.optional(),
};

/** What only whoever signs reads besides. */
export const shownToSigner = { grievances: GrievancesSchema.optional(), four: FourChecksSchema.optional() };

/** 呈签: what waits for a signature, and whose work it is; none where all parts of a case that was split have ended. */
export const ProposalSchema = stored({
  ...closingParts,
  ...shownToSigner,
  at: InstantSchema,
  by: OfficerSchema.optional(),
});

/** What of a case decides who ends it. */
interface Ended {
  readonly status: CaseStatus;
  readonly inspection?: unknown;
}

/** What was reported is closed by the level that reviews it; an inspection item is always reviewed (逐件审核). */
const isReviewed = ({ inspection, status }: Ended): boolean => inspection !== undefined || status === 'reported';

/** Who proposes an answer, who sends it back, and who signs it. */
export const closingGiver = (state: Ended) => (isReviewed(state) ? ('superior' as const) : ('either' as const));
export const powerToPropose = (state: Ended) => (isReviewed(state) ? ('review' as const) : ('handle' as const));
export const powerToSign = (state: Ended) => (isReviewed(state) ? ('review' as const) : ('approve' as const));

/** In which a case may get its answer. */
export const ANSWERABLE = ['accepted', 'assigned', 'reported', 'filed'] as const satisfies readonly CaseStatus[];

type Proposal = Readonly<z.infer<typeof ProposalSchema>>;

/** What the case keeps of a proposal. */
export function proposalOf({ actor, ...event }: Omit<Proposal, 'by'> & { readonly actor: Actor }): Proposal {
  const { answer, outcome, facts, opinion, basis, truth, progress, measures, grievances, four, at } = event;
  return {
    ...{ answer, outcome, facts, opinion, basis, truth, progress, measures, grievances, four, at },
    by: actor.kind === 'staff' ? { organ: actor.organ, sub: actor.sub ?? actor.name, name: actor.name } : undefined,
  };
}
