import * as z from 'zod';
import { InstantSchema } from '../../stored.ts';
import { Name } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { withClock } from '../case.ts';
import { type Acknowledgeable, acknowledgeable, obstacleToAny } from '../clocks/acknowledgement.ts';
import { RECORDED_HERE } from '../status.ts';

/**
 * 已阅，限时办理: whoever was reminded has read it and will see to it within the hours that the ladders name. The next
 * reminder of that clock is left out once if it would come by then. Whoever is late, and those above, hear all the same
 * (docs/adr/0129-read-is-not-done.md).
 */
export const acknowledge = staffAct({
  name: '已阅，限时办理',
  command: command('acknowledge', () => ({
    /** 时限名称; the first that may be, if none is named. */
    clock: Name.optional(),
  })),
  fact: fact('acknowledged', () => ({
    clock: z.string(),
    /** The step that was read, and the one that is left out. */
    after: z.string(),
    stops: z.string(),
    until: InstantSchema,
  })),
  from: RECORDED_HERE,
  by: () => 'either',
  power: 'contribute',
  obstacle: obstacleToAny,

  decide(state, { clock }, context) {
    const found = acknowledgeable(state, context, clock);
    return typeof found === 'string' ? notAllowed(found) : [said(found)];
  },

  evolve: (state, { clock: name, after, stops, until }) =>
    withClock(state, name, (clock) => ({
      ...clock,
      acknowledged: [...(clock.acknowledged ?? []), { after, stops, until }],
    })),
});

const said = ({ clock, after, stops, until }: Acknowledgeable) => ({ clock: clock.name, after, stops, until });
