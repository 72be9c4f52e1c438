import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { ItemSchema, withItemChanged } from '../oversight/numbered-items.ts';
import { supervisionOf, whyNotSupervised } from '../oversight/supervisions.ts';
import { OPEN } from '../status.ts';

/** 解除督办、摘牌, with the reason, by who ordered it or stands above them. The answer to the complainant does not do it. */
export const liftSupervision = staffAct({
  name: '解除督办',
  command: command('lift-supervision', () => ({ item: ItemSchema, reason: Words })),
  fact: fact('supervision-lifted', () => ({ item: ItemSchema, reason: z.string() })),
  from: [...OPEN, 'closed'],
  by: () => 'superior',
  power: 'supervise',
  obstacle: whyNotSupervised,

  decide(state, { item, reason }, context) {
    const found = supervisionOf(state, item, context);
    return typeof found === 'string' ? notAllowed(found) : [{ item, reason }];
  },

  evolve: (state, { item, at }) => ({
    ...state,
    supervisions: withItemChanged(state.supervisions, item, { endedAt: at }),
  }),
});
