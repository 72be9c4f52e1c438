import * as z from 'zod';
import { DaySchema, listOf } from '../../stored.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { latest, RevisitFindingSchema, RevisitWaySchema } from '../answer/after-answer.ts';
import { reboundedAt } from '../answer/reopening-request.ts';
import type { Case } from '../case.ts';
import { NamedMaterials } from '../handling/materials.ts';
import { whyNotYet } from '../handling/site-visits.ts';

/**
 * 回头看: whether what was done has lasted. What has rebounded waits for a decision whether the case is opened again, as if
 * its complainant had asked: whoever decides on that is chased.
 */
export const revisit = staffAct({
  name: '登记回头看',
  command: command('revisit', () => ({
    on: DaySchema,
    way: RevisitWaySchema,
    people: z.array(Name).min(1).max(10).readonly(),
    findings: Words,
    finding: RevisitFindingSchema,
    /** 照片、笔录. */
    files: NamedMaterials.optional(),
  })),
  fact: fact('revisited', () => ({
    on: DaySchema,
    way: RevisitWaySchema,
    people: listOf(z.string()),
    findings: z.string(),
    finding: RevisitFindingSchema,
    files: listOf(z.string()).optional(),
  })),
  from: ['closed'],
  by: () => 'either',
  power: 'contribute',

  decide(_, { type, ...said }, { now }) {
    const fault = whyNotYet(said.on, now);
    return fault ? notAllowed(fault) : [said];
  },

  evolve(state, { on, way, finding, seq, at, actor }): Case {
    const organ = actor.kind === 'staff' ? actor.organ : state.lead;
    const revisits = latest(state.revisits, { on, organ, way, finding, seq });
    const reopeningAsked = finding === 'rebounded' ? reboundedAt(at, state) : state.reopeningAsked;
    return { ...state, revisits, reopeningAsked };
  },
});
