import type * as z from 'zod';
import type { Clock } from '../clocks/clock.ts';
import type { AbsorbedSchema, CaseClassificationSchema, CaseSchema, FollowUpReceivedSchema } from './case-schema.ts';
import type { SuggestionSchema } from './listed-schema.ts';
import { hasEnded } from './status.ts';

/** 信访事项: the matter being handled. Holds no word of the complainant and nothing about who they are. */
export type Case = Readonly<z.infer<typeof CaseSchema>>;

/**
 * What the rules suggested when the case was opened: people have the last word. Its rule and reasons stand in the first
 * event.
 */
export type Suggestion = Readonly<z.infer<typeof SuggestionSchema>>;

/** What a case is about, without the reasons. */
export type CaseClassification = Readonly<z.infer<typeof CaseClassificationSchema>>;

/** 并入件: another complaint of the same matter, whose complainant hears what becomes of this case. */
export type Absorbed = Readonly<z.infer<typeof AbsorbedSchema>>;

/** 后续来信: what came in later for the matter. Its words lie in the vault under its own receipt. */
export type FollowUpReceived = Readonly<z.infer<typeof FollowUpReceivedSchema>>;

export function isOpen(state: Pick<Case, 'status'>): boolean {
  return !hasEnded(state);
}

export function runningClocks(state: Pick<Case, 'clocks'>): readonly Clock[] {
  return state.clocks.filter((clock) => clock.stoppedAt === undefined);
}

/** The same case with the running clock of that name changed. */
export function withClock(state: Case, name: string, change: (clock: Clock) => Clock): Case {
  return {
    ...state,
    clocks: state.clocks.map((clock) => (clock.name === name && clock.stoppedAt === undefined ? change(clock) : clock)),
  };
}

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
