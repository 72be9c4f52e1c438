import * as z from 'zod';
import { type Day, type Instant, instantAt } from '../../calendar/day.ts';
import { InstantSchema, listOf } from '../../stored.ts';
import { Words } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { whyNoIncident } from '../handling/incident.ts';
import { AuthoritySchema, withInformed } from '../outside/informed-authorities.ts';
import { OPEN } from '../status.ts';

/** 应急联动通报: that 应急、卫健、公安 and others were told, by whom and when. The telling itself goes by telephone. */
export const informAuthorities = staffAct({
  name: '登记应急联动通报',
  command: command('inform-authorities', () => ({
    authorities: z.array(AuthoritySchema).min(1).max(AuthoritySchema.options.length).readonly(),
    /** "2026-12-01 03:10", in Beijing; now where nothing is said. */
    toldAt: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
    words: Words,
  })),
  fact: fact('authorities-informed', () => ({
    authorities: listOf(AuthoritySchema),
    toldAt: InstantSchema,
    words: z.string(),
  })),
  from: OPEN,
  by: () => 'either',
  power: 'emergency',
  obstacle: whyNoIncident,

  decide({ receivedAt }, { authorities, toldAt: written, words }, { now }) {
    const toldAt = written === undefined ? now : instantIn(written);
    if (toldAt > now) return notAllowed('通报时间不能晚于现在');
    if (toldAt < receivedAt) return notAllowed('通报时间不能早于收到来信');
    return [{ authorities: [...new Set(authorities)], toldAt, words }];
  },

  evolve: (state, { authorities, toldAt: at }) => ({
    ...state,
    informed: withInformed(
      state.informed,
      authorities.map((authority) => ({ authority, at })),
    ),
  }),
});

function instantIn(written: string): Instant {
  const [day, time] = written.split(' ') as [Day, string];
  return instantAt(day, time);
}
