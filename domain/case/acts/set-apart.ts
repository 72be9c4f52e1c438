import * as z from 'zod';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { stillAskedBy } from '../answer/reopening-request.ts';
import type { Case } from '../case.ts';
import { remembered } from '../handling/follow-ups.ts';
import { CASE_STATUSES } from '../status.ts';

/**
 * 另立一案: what came in later tells of another matter, and becomes a case of its own, whose clocks run from its receipt.
 * Whoever asked for this case to be opened again by it alone asks no more.
 */
export const setApart = staffAct({
  name: '另立一案',
  /** `receipt`: of what came in later. */
  command: command('set-apart', () => ({ receipt: Name, reason: Words.optional() })),
  /** `to`: the complaint that it was sent after. `endsRequest`: it alone wanted the case opened again. */
  fact: fact('set-apart', () => ({
    receipt: z.string(),
    to: z.string(),
    reason: z.string().optional(),
    endsRequest: z.boolean(),
  })),
  from: CASE_STATUSES,
  by: () => 'either',
  power: 'triage',
  obstacle: ({ followUps }) => (followUps ? undefined : '没有后续来信'),

  decide(state, { receipt, reason }) {
    if (state.apart?.includes(receipt)) return [];
    const found = state.followUps?.find((one) => one.receipt === receipt);
    if (!found) return notAllowed('本件没有这个编号的后续来信');
    const endsRequest = state.reopeningAsked !== undefined && withoutIt(state, receipt).reopeningAsked === undefined;
    return [{ receipt, to: found.to, reason, endsRequest }];
  },

  evolve: (state, { receipt }) => withoutIt(state, receipt),
});

function withoutIt(state: Case, receipt: string): Case {
  const after: Case = { ...state, apart: remembered([...(state.apart ?? []), receipt]) };
  return { ...after, reopeningAsked: stillAsked(after) };
}

function stillAsked({ reopeningAsked, followUps = [], apart = [] }: Case): Case['reopeningAsked'] {
  const since = reopeningAsked?.since ?? '';
  const asking = followUps.filter(({ receipt, at }) => at >= since && !apart.includes(receipt)).map(({ to }) => to);
  return stillAskedBy(reopeningAsked, (receipt) => asking.includes(receipt));
}
