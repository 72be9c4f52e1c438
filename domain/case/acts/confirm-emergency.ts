import * as z from 'zod';
import { URGENCIES } from '../../classification/classification.ts';
import { command, fact, staffAct, Words } from '../act.ts';

const verdict = z.enum(['confirmed', 'denied']);

/** 突发情形核实: the duty desk says whether it is an emergency. A label for the rules; it starts and stops no clock. */
export const confirmEmergency = staffAct({
  name: '核实突发情形',
  command: command('confirm-emergency', { verdict, reason: Words }),
  fact: fact('emergency-confirmed', { verdict, before: z.enum(URGENCIES), reason: z.string() }),
  from: ['registered', 'accepted', 'assigned', 'reported', 'returned'],
  by: () => 'either',

  decide: ({ classification: { urgency: before } }, { verdict: told, reason }) => [{ verdict: told, before, reason }],

  /** What is denied stays urgent: somebody was afraid enough to say so. */
  evolve(state, { verdict: told, before }) {
    const urgency = told === 'confirmed' ? 'emergency' : before === 'emergency' ? 'urgent' : before;
    return { ...state, classification: { ...state.classification, urgency } };
  },
});
