import * as z from 'zod';
import { PROCEDURE_WORDS, PROCEDURES } from '../../../domain/procedure/procedures.ts';
import type { CaseFile } from '../../../usecases/staff/show-case.ts';

/** 办理途径: suggested until the case is accepted. */
export const ProcedureView = z.object({
  procedure: z.enum(PROCEDURES),
  name: z.string(),
  /** Why the rules suggest it; none where a person chose another. */
  why: z.string().optional(),
});

export function procedureOf({ state, suggestedProcedure }: CaseFile): z.infer<typeof ProcedureView> | undefined {
  const { procedure } = state;
  if (procedure === undefined) return undefined;
  const why = suggestedProcedure?.procedure === procedure ? suggestedProcedure.why : undefined;
  return { procedure, name: PROCEDURE_WORDS[procedure].name, why };
}
