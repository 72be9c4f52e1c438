import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { organOf } from '../people/actor.ts';
import {
  NamedPerson,
  NOT_OF_THIS_ORGAN,
  officerAt,
  personAt,
  whyNothingLeft,
  withOfficer,
} from '../people/officers.ts';
import { OPEN } from '../status.ts';

/** 分办: an organ that leads or assists names its responsible person, or another one. The same again changes nothing. */
export const distribute = staffAct({
  name: '分办',
  command: command('distribute', () => ({ officer: NamedPerson, reason: Words.optional() })),
  fact: fact('officer-named', () => ({
    organ: z.string(),
    sub: z.string(),
    name: z.string(),
    reason: z.string().optional(),
  })),
  from: [...OPEN, 'closed'],
  by: () => 'holder',
  power: 'distribute',
  obstacle: whyNothingLeft,

  decide(state, { officer: asked, reason }, { actor, organs }) {
    const organ = organOf(actor)!;
    const officer = personAt(organ, asked, organs);
    if (!officer) return notAllowed(NOT_OF_THIS_ORGAN);
    return officerAt(state, organ)?.sub === officer.sub ? [] : [{ organ, ...officer, reason }];
  },

  evolve: (state, { organ, sub, name }) => withOfficer(state, { organ, sub, name }),
});
