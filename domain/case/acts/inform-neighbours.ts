import * as z from 'zod';
import { listOf } from '../../stored.ts';
import { Name, Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { whyNoIncident } from '../handling/incident.ts';
import { OPEN } from '../status.ts';

/** 通报相邻地区: whom an emergency may reach as well hears of it at once. It hears what the officer writes, no more. */
export const informNeighbours = staffAct({
  name: '通报相邻地区',
  command: command('inform-neighbours', () => ({ organs: z.array(Name).min(1).max(10).readonly(), words: Words })),
  fact: fact('neighbours-informed', () => ({ organs: listOf(z.string()), words: z.string() })),
  from: OPEN,
  by: () => 'either',
  power: 'emergency',
  obstacle: whyNoIncident,

  decide(_, { organs, words }, context) {
    const isUnknown = organs.some((id) => !context.organs.has(id));
    return isUnknown
      ? notAllowed('没有这个单位，请核对代码；省外的请按值班渠道通报')
      : [{ organs: [...new Set(organs)], words }];
  },

  evolve: (state) => state,
});
