import type { Instant } from '../calendar/day.ts';
import type { Classification } from '../classification/classification.ts';
import type { ClockName } from '../clocks/policy.ts';
import type { Channel, Flag, FollowUp } from '../complaint.ts';
import type { Place } from '../place/place.ts';
import type { RepeatLink } from '../repeats/repeat.ts';
import type { Route } from '../routing/route.ts';

/**
 * Where a case stands: registered → accepted → assigned → reported (→ returned → reported) → closed,
 * or an early end: declined, transferred to another department, or joined to an earlier case of the same matter.
 */
export type CaseStatus =
  | 'registered'
  | 'accepted'
  | 'declined'
  | 'transferred'
  | 'joined'
  | 'assigned'
  | 'reported'
  | 'returned'
  | 'closed';

const ENDED = ['declined', 'transferred', 'joined', 'closed'] as const satisfies readonly CaseStatus[];

/** 时限: one legal period running for one case. */
export interface Clock {
  readonly name: ClockName;
  /** Version of the rules it started under, and keeps. */
  readonly policy: string;
  readonly startedAt: Instant;
  /** Steps at or before this instant are not made up for: the start, or the moment of the extension. */
  readonly countedFrom: Instant;
  /** The first instant that is too late. */
  readonly dueAt: Instant;
  /** The calendar did not reach this far when the deadline was computed: it is a guess until recomputed. */
  readonly provisional: boolean;
  readonly extended: boolean;
  readonly stoppedAt?: Instant | undefined;
  /** Ladder steps that went out. */
  readonly fired: readonly string[];
}

/** What the rules suggested when the case was opened: people have the last word. Its rule and reasons stand in the first event. */
export type Suggestion = Pick<Route, 'lead' | 'assisting'>;

/** What a case is about, without the reasons: they stand in the event that said so, and are not written again with each change. */
export type CaseClassification = Omit<Classification, 'trace'>;

/** 人工改判: who corrected the classification last, and why. */
export interface Correction {
  readonly at: Instant;
  readonly organ: string;
  readonly reason: string;
}

/** 并入件: another complaint of the same matter, whose complainant hears what becomes of this case. */
export interface TakenIn {
  readonly receipt: string;
  readonly channel: Channel;
  /** Number of the event that took it in: what comes after is told to its complainant too. */
  readonly seq: number;
}

/** 后续来信: what came in later for the matter. Its words lie in the vault under its own receipt. */
export interface FollowUpReceived {
  readonly receipt: string;
  /** The complaint that it was sent after: the one that opened this case, or one that was joined to it. */
  readonly to: string;
  readonly as: FollowUp['as'];
  readonly channel: Channel;
  readonly at: Instant;
}

/** 申请重新办理: an ended case that somebody wants opened again, until staff decide. */
export interface ReopeningAsked {
  readonly since: Instant;
  /** Receipts of the complaints whose senders ask. */
  readonly by: readonly string[];
}

/** 信访事项: the matter being handled. Holds no word of the complainant and nothing about who they are. */
export interface Case {
  /** The receipt of the complaint that opened it. */
  readonly id: string;
  /** Number of its events so far. */
  readonly version: number;
  readonly status: CaseStatus;
  readonly channel: Channel;
  readonly receivedAt: Instant;
  /** Names the matter for people, such as "施工噪声". */
  readonly title: string;
  readonly classification: CaseClassification;
  /** Set once a person has corrected the classification. */
  readonly corrected?: Correction | undefined;
  readonly place?: Place | undefined;
  readonly flags: readonly Flag[];
  readonly inspection?: { readonly batch: string; readonly item: string } | undefined;
  /** 主办单位: organ id. */
  readonly lead: string;
  /** 协办单位: organ ids. */
  readonly assisting: readonly string[];
  /** Set once the case has gone to others than the rules suggested: until then, those who have it are the suggestion. */
  readonly suggested?: Suggestion | undefined;
  readonly clocks: readonly Clock[];
  /** 关联件: earlier cases that it seems to belong to, the surest first. */
  readonly repeats?: readonly RepeatLink[] | undefined;
  /** 并入: the case in which this one is handled now. */
  readonly joinedTo?: string | undefined;
  readonly takenIn?: readonly TakenIn[] | undefined;
  /** The latest hundred. */
  readonly followUps?: readonly FollowUpReceived[] | undefined;
  /** 催单次数. */
  readonly urges?: number | undefined;
  readonly reopeningAsked?: ReopeningAsked | undefined;
  /** What the complainant is told in the end. */
  readonly answer?: string | undefined;
}

export function isOpen(state: Case): boolean {
  return !(ENDED as readonly CaseStatus[]).includes(state.status);
}

export function runningClocks(state: Case): readonly Clock[] {
  return state.clocks.filter((clock) => clock.stoppedAt === undefined);
}
