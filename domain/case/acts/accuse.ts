import * as z from 'zod';
import { type Accused, AccusedSchema } from '../../accused/accused.ts';
import { heldFairly } from '../../accused/recusal.ts';
import { holders } from '../../routing/route.ts';
import { listOf } from '../../stored.ts';
import { act, fact } from '../act.ts';
import { handedTo } from '../holders.ts';

interface Accuse {
  readonly type: 'accuse';
  /** Receipt of the complaint that says so: a later one of the matter, or one of a case that is joined to it. */
  readonly receipt: string;
  readonly accused: readonly Accused[];
}

/** 列为被反映单位: what came later accuses an organ too. Who is accused already stays so; a lead that is accused is none. */
export const accuse = act({
  name: '列为被反映单位',
  fact: fact('accused', { receipt: z.string(), accused: listOf(AccusedSchema), from: z.string(), ...holders }),

  decide(state, { receipt, accused }: Accuse, context) {
    const { accused: known = [], lead: from } = state;
    const more = accused.filter(({ organ }) => !known.includes(organ));
    if (more.length === 0) return [];
    const all = [...known, ...more.map(({ organ }) => organ)];
    return [{ receipt, accused: more, from, ...heldFairly(state, all, context) }];
  },

  evolve: (state, event) => ({
    ...handedTo(state, event),
    accused: [...(state.accused ?? []), ...event.accused.map(({ organ }) => organ)],
  }),
});
