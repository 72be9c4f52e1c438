import * as z from 'zod';
import { heldFairly } from '../../accused/recusal.ts';
import { holders } from '../../routing/route.ts';
import { listOf } from '../../stored.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { handedTo, isSameSet } from '../rights/holders.ts';
import { CASE_STATUSES } from '../status.ts';

/**
 * 更正被反映单位: a person says who is accused, all of them or nobody. A lead that may no longer have the case gives it to
 * the organ above; it stays there when an accusation is taken back, until somebody assigns it.
 */
export const correctAccused = staffAct({
  name: '更正被反映单位',
  command: command('correct-accused', () => ({ accused: z.array(Name).max(10).readonly(), reason: Words })),
  fact: fact('accused-corrected', () => ({
    before: listOf(z.string()),
    accused: listOf(z.string()),
    from: z.string(),
    ...holders,
    reason: z.string(),
  })),
  from: CASE_STATUSES,
  by: () => 'either',
  power: 'approve',

  decide(state, { accused: asked, reason }, context) {
    const { accused: before = [], lead: from } = state;
    const accused = [...new Set(asked)];
    if (accused.some((id) => !(context.whole ?? context).organs.has(id)))
      return notAllowed('没有这个单位，请核对单位代码');
    if (isSameSet(before, accused)) return [];
    const added = accused.filter((id) => !before.includes(id));
    const held = added.length > 0 ? heldFairly(state, accused, context) : { lead: from, assisting: state.assisting };
    return [{ before, accused, from, ...held, reason }];
  },

  evolve: (state, event) => ({ ...handedTo(state, event), accused: event.accused }),
});
