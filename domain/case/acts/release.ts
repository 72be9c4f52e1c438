import * as z from 'zod';
import { type Limits, limitsSchema, SET_LIMIT } from '../../clocks/set-limit.ts';
import { act, fact } from '../act.ts';
import { stillAskedBy } from '../answer/reopening-request.ts';
import { type Absorbed, type Case, runningClocks } from '../case.ts';

interface Release {
  readonly type: 'release';
  /** Of the case that is handled by itself again. */
  readonly receipt: string;
  /** 催单 of its sender that were counted here. */
  readonly urges: number;
}

/** 撤销并入: what `unjoin` asks of the other case. It is left as if it had never absorbed that one. */
export const release = act({
  name: '另一件撤出本件',
  fact: fact('released', () => ({
    receipt: z.string(),
    urges: z.int(),
    /** It alone wanted the case opened again. */
    endsRequest: z.boolean(),
    /** Nobody sets a limit any more. */
    endsLimit: z.boolean(),
    limits: limitsSchema().optional(),
  })),

  decide(state, { receipt, urges }: Release) {
    const joined = state.absorbed?.find((one) => one.receipt === receipt);
    if (!joined) return [];
    const endsRequest =
      state.reopeningAsked !== undefined && stillAskedBy(state.reopeningAsked, isNot(receipt)) === undefined;
    return [{ receipt, urges, endsRequest, ...limitsWithout(joined, state) }];
  },

  evolve(state, { receipt, urges, endsRequest, endsLimit, limits }) {
    const { absorbed = [], followUps, reopeningAsked, limits: before } = state;
    const rest = absorbed.filter((one) => one.receipt !== receipt);
    return {
      ...state,
      absorbed: rest.length > 0 ? rest : undefined,
      followUps: followUps?.filter(({ to }) => to !== receipt),
      urges: (state.urges ?? 0) - urges || undefined,
      reopeningAsked: endsRequest ? undefined : stillAskedBy(reopeningAsked, isNot(receipt)),
      limits: endsLimit ? withoutLimit(before) : limits ? { ...before, ...limits } : before,
    };
  },
});

const isNot = (receipt: string) => (one: string) => one !== receipt;

/** Its limit goes with it, where that is the one in force: then the soonest of the others counts again, if any does. */
function limitsWithout(joined: Absorbed, state: Case): { readonly endsLimit: boolean; readonly limits?: Limits } {
  const running = runningClocks(state).find(({ name }) => name === SET_LIMIT);
  if (running === undefined || running.dueAt !== joined.until) return { endsLimit: false };
  const others = (state.absorbed ?? []).filter((one) => one !== joined).map(({ until }) => until);
  const [until] = [state.ownLimit, ...others].filter((one) => one !== undefined).toSorted();
  if (until === running.dueAt) return { endsLimit: false };
  return until === undefined
    ? { endsLimit: true }
    : { endsLimit: false, limits: { [SET_LIMIT]: { limit: { until } } } };
}

function withoutLimit(limits: Limits = {}): Limits | undefined {
  const { [SET_LIMIT]: _, ...rest } = limits;
  return Object.keys(rest).length > 0 ? rest : undefined;
}
