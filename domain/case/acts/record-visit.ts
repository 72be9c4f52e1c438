import * as z from 'zod';
import { DaySchema, listOf } from '../../stored.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { NamedMaterials } from '../handling/materials.ts';
import { whyNotYet, withVisit } from '../handling/site-visits.ts';

/** 现场核查: who was there, when, and what they found. As often as it takes. */
export const recordVisit = staffAct({
  name: '登记现场核查',
  command: command('record-visit', () => ({
    on: DaySchema,
    /** 核查人员. */
    people: z.array(Name).min(1).max(10).readonly(),
    findings: Words,
    /** 照片、笔录. */
    files: NamedMaterials.optional(),
  })),
  fact: fact('visited', () => ({
    on: DaySchema,
    people: listOf(z.string()),
    findings: z.string(),
    files: listOf(z.string()).optional(),
  })),
  from: ['registered', 'accepted', 'assigned', 'reported', 'returned', 'filed', 'closed'],
  by: () => 'involved',
  power: 'contribute',
  decide(_, { type, ...said }, { now }) {
    const obstacle = whyNotYet(said.on, now);
    return obstacle === undefined ? [said] : notAllowed(obstacle);
  },
  evolve: (state, { on, actor, seq }) => ({
    ...state,
    visits: withVisit(state.visits, { on, organ: actor.kind === 'staff' ? actor.organ : state.lead, seq }),
  }),
});
