import { command, fact, staffAct } from '../act.ts';
import { isConcluded, notTheReviewer } from '../review.ts';

/** 信访终结: after the last stage. What comes in later is kept and answered, and asks for nothing any more. */
export const conclude = staffAct({
  name: '信访终结',
  command: command('conclude', () => ({})),
  fact: fact('concluded', () => ({})),
  from: ['closed'],
  by: () => 'superior',
  power: 'review',
  obstacle(state, { actor, ...roster }) {
    if (state.review?.stage !== 'recheck' || state.review.decidedAt === undefined) return '尚未作出复核意见';
    return isConcluded(state) ? '已经终结' : notTheReviewer(state, actor, roster);
  },
  decide: () => [{}],
  evolve: (state, { at }) => ({ ...state, review: { ...state.review!, concludedAt: at }, reopeningAsked: undefined }),
});
