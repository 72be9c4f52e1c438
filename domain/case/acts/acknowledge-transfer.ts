import * as z from 'zod';
import { Words } from '../../text/entered.ts';
import { command, fact, staffAct } from '../act.ts';

/** 登记移送签收: that the department has the case, and who there took it. The same again changes nothing. */
export const acknowledgeTransfer = staffAct({
  name: '登记移送签收',
  command: command('acknowledge-transfer', () => ({ words: Words.optional() })),
  fact: fact('transfer-acknowledged', () => ({ words: z.string().optional() })),
  from: ['transferred'],
  by: () => 'either',
  power: 'handle',
  obstacle: ({ transfer }) => (transfer ? undefined : '本件移送时没有移送函'),
  decide: ({ transfer }, { words }) => (transfer?.acknowledgedAt === undefined ? [{ words }] : []),
  evolve: (state, { at }) => ({
    ...state,
    transfer: state.transfer && { ...state.transfer, acknowledgedAt: at },
  }),
});
