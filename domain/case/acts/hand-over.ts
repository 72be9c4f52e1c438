import * as z from 'zod';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import type { Case } from '../case.ts';
import type { Context } from '../context.ts';
import { organOf } from '../people/actor.ts';
import {
  NamedPerson,
  NOT_OF_THIS_ORGAN,
  officerAt,
  PersonSchema,
  personAt,
  whyNothingLeft,
  withOfficer,
} from '../people/officers.ts';
import { relationsOf } from '../rights/relations.ts';
import { hasPower } from '../rights/rights.ts';
import { OPEN } from '../status.ts';

/**
 * 移交: the responsible person goes on leave or elsewhere, and a colleague of their organ takes over. By themselves, or by
 * whoever distributes there. What they do not have any more is left alone.
 */
export const handOver = staffAct({
  name: '移交',
  /** `from`: whoever has it, if nobody is named. */
  command: command('hand-over', () => ({ from: Name.optional(), to: NamedPerson, reason: Words })),
  fact: fact('officer-changed', () => ({
    organ: z.string(),
    from: PersonSchema,
    sub: z.string(),
    name: z.string(),
    reason: z.string(),
  })),
  from: [...OPEN, 'closed'],
  by: () => 'holder',
  power: 'contribute',

  obstacle(state, { actor, ...roster }) {
    const ended = whyNothingLeft(state);
    if (ended) return ended;
    const officer = officerAt(state, organOf(actor)!);
    if (!officer) return '本单位尚未确定责任人，请先分办';
    return mayHandOver(officer.sub, state, actor, roster) ? undefined : '只能由责任人本人或者本单位分办人员移交';
  },

  decide(state, { from, to: asked, reason }, { actor, organs }) {
    const { organ, sub, name } = officerAt(state, organOf(actor)!)!;
    const to = personAt(organ, asked, organs);
    if (!to) return notAllowed(NOT_OF_THIS_ORGAN);
    const isTheirs = from === undefined || from === sub;
    return isTheirs && to.sub !== sub ? [{ organ, from: { sub, name }, ...to, reason }] : [];
  },

  evolve: (state, { organ, sub, name }) => withOfficer(state, { organ, sub, name }),
});

function mayHandOver(sub: string, state: Case, actor: Context['actor'], roster: Omit<Context, 'actor'>): boolean {
  if (actor.kind !== 'staff') return false;
  return actor.sub === sub || hasPower('distribute', actor.role, relationsOf(state, actor.organ, roster));
}
