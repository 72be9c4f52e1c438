import { command, fact, staffAct } from '../act.ts';

/** 受理: the case is taken up, and the complainant told. */
export const accept = staffAct({
  name: '受理',
  command: command('accept', {}),
  fact: fact('accepted', {}),
  from: ['registered'],
  by: () => 'either',
  decide: () => [{}],
  evolve: (state) => ({ ...state, status: 'accepted' }),
});
