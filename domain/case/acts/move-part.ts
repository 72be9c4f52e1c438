import * as z from 'zod';
import { act, fact } from '../act.ts';
import { CASE_STATUSES, type CaseStatus } from '../status.ts';

interface MovePart {
  readonly type: 'move-part';
  readonly part: string;
  readonly status: CaseStatus;
}

/** 分件进展: where a part of the whole stands now. */
export const movePart = act({
  name: '拆分件进展',
  fact: fact('part-moved', () => ({ part: z.string(), status: z.enum(CASE_STATUSES) })),

  decide(state, { part, status }: MovePart) {
    const known = state.parts?.find(({ id }) => id === part);
    return !known || known.status === status ? [] : [{ part, status }];
  },

  evolve: (state, { part, status }) => ({
    ...state,
    parts: state.parts?.map((one) => (one.id === part ? { ...one, status } : one)),
  }),
});
