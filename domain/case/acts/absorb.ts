import * as z from 'zod';
import type { Instant } from '../../calendar/day.ts';
import { type Lang, LangSchema } from '../../classification/classification.ts';
import { type Limits, limitsSchema, SET_LIMIT, withLimits } from '../../clocks/set-limit.ts';
import type { Channel } from '../../complaint.ts';
import { InstantSchema } from '../../stored.ts';
import { act, fact } from '../act.ts';
import { type Case, isOpen, runningClocks } from '../case.ts';
import { ChannelSchema, OrderSchema } from '../listed-schema.ts';

interface Absorb {
  readonly type: 'absorb';
  /** Of the case that was joined to this one. */
  readonly receipt: string;
  readonly channel: Channel;
  /** Of the partner that handed it over. */
  readonly order?: Case['order'];
  readonly lang?: Lang;
  /** When its sender's limit ends. */
  readonly until?: Instant | undefined;
  /** Nobody here can reach its sender. */
  readonly outOfReach?: true | undefined;
}

/** 并入: what `join` asks of the earlier case, even of one that has ended meanwhile: its answer is then told at once. */
export const absorb = act({
  name: '另一件并入本件',
  /** `late`: the case had ended before it absorbed the other. */
  fact: fact('absorbed', () => ({
    receipt: z.string(),
    channel: ChannelSchema,
    late: z.boolean(),
    order: OrderSchema.optional(),
    lang: LangSchema,
    /** When its sender's limit ends, and when its own ended that this one goes before. */
    until: InstantSchema.optional(),
    ownLimit: InstantSchema.optional(),
    limits: limitsSchema().optional(),
    outOfReach: z.literal(true).optional(),
  })),

  decide(state, { type, ...joined }: Absorb) {
    const already = state.absorbed?.some(({ receipt }) => receipt === joined.receipt);
    return already ? [] : [{ ...joined, late: !isOpen(state), ...sooner(state, joined.until) }];
  },

  evolve: (state, { receipt, channel, seq, order, lang, until, outOfReach, ownLimit, limits: set }) => ({
    ...state,
    absorbed: [...(state.absorbed ?? []), { receipt, channel, seq, order, lang, until, outOfReach }],
    ownLimit: set ? ownLimit : (ownLimit ?? state.ownLimit),
    limits: withLimits(state.limits, set),
  }),
});

/**
 * The other's sender waits for its result by then, unless somebody waits for this one sooner. Where both wait until the
 * same moment it is kept in mind, for one of them may go.
 */
function sooner(state: Case, until: Instant | undefined): { limits?: Limits; ownLimit?: Instant | undefined } {
  const inForce = runningClocks(state).find(({ name }) => name === SET_LIMIT)?.dueAt;
  if (until === undefined || (inForce !== undefined && inForce < until)) return {};
  const isOfAnother = state.absorbed?.some((one) => one.until !== undefined && one.until === inForce);
  const ownLimit = isOfAnother ? state.ownLimit : inForce;
  return inForce === until ? { ownLimit } : { limits: { [SET_LIMIT]: { limit: { until } } }, ownLimit };
}
