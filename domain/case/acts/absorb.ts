import * as z from 'zod';
import type { Channel } from '../../complaint.ts';
import { act, fact } from '../act.ts';
import { isOpen } from '../case.ts';
import { ChannelSchema } from '../case-schema.ts';

interface Absorb {
  readonly type: 'absorb';
  /** Of the case that was joined to this one. */
  readonly receipt: string;
  readonly channel: Channel;
}

/** 并入: what `join` asks of the earlier case, even of one that has ended meanwhile: its answer is then told at once. */
export const absorb = act({
  name: '并入其他件',
  /** `late`: the case had ended before it absorbed the other. */
  fact: fact('absorbed', { receipt: z.string(), channel: ChannelSchema, late: z.boolean() }),

  decide(state, { receipt, channel }: Absorb) {
    const already = state.absorbed?.some((other) => other.receipt === receipt);
    return already ? [] : [{ receipt, channel, late: !isOpen(state) }];
  },

  evolve: (state, { receipt, channel, seq }) => ({
    ...state,
    absorbed: [...(state.absorbed ?? []), { receipt, channel, seq }],
  }),
});
