import * as z from 'zod';
import { type Accused, AccusedSchema } from '../../accused/accused.ts';
import { holders } from '../../routing/route.ts';
import { listOf, stored } from '../../stored.ts';
import { act, fact } from '../act.ts';
import { handedTo, newlyAccused, withAccused } from '../rights/holders.ts';

interface Accuse {
  readonly type: 'accuse';
  /** The case that is joined to it, and accuses them. */
  readonly receipt: string;
  readonly accused: readonly Accused[];
}

/** 列为被反映单位: whom one of several joined cases accuses, the others accuse too. A lead that is accused is none. */
export const accuse = act({
  name: '列为被反映单位',
  fact: fact('accused', () => ({
    receipt: z.string(),
    accused: listOf(AccusedSchema),
    from: z.string(),
    held: stored(holders),
  })),

  decide(state, { receipt, accused }: Accuse, context) {
    const { accused: more, held } = newlyAccused(state, accused, context);
    return more && held ? [{ receipt, accused: more, from: state.lead, held }] : [];
  },

  evolve: (state, { accused, held }) => ({ ...handedTo(state, held), accused: withAccused(state, accused) }),
});
