import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';
import { withOpinion } from '../handling/assistance.ts';

/** 协办意见: what an assisting organ has to say of the matter. The lead hears of it, and answers the complainant. */
export const answerAssistance = staffAct({
  name: '协办意见',
  command: command('answer-assistance', () => ({ opinion: Words })),
  fact: fact('assistance-answered', () => ({ opinion: z.string(), organ: z.string() })),
  from: ['registered', 'accepted', 'assigned', 'reported', 'returned', 'filed'],
  by: () => 'assisting',
  power: 'contribute',
  decide: (_, { opinion }, { actor }) => (actor.kind === 'staff' ? [{ opinion, organ: actor.organ }] : []),
  evolve: (state, { at, seq, organ }) => ({ ...state, opinions: withOpinion(state.opinions, { organ, at, seq }) }),
});
