import type { Case } from './case.ts';

/** The case as it is handled again: nothing of its former end is left. */
export const openedAgain = (state: Case): Case => ({
  ...state,
  status: 'accepted',
  answer: undefined,
  answeredAt: undefined,
  found: undefined,
  penalty: undefined,
  declinedFor: undefined,
  reopeningAsked: undefined,
  extensionAsked: undefined,
  objection: undefined,
  review: undefined,
  reviewed: undefined,
  rating: undefined,
  absorbed: state.absorbed?.map(({ rating, ...one }) => one),
});
