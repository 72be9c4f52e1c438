import type { Instant } from '../calendar/day.ts';
import type { Classification } from '../classification/classification.ts';
import type { ClockName, LadderStep } from '../clocks/policy.ts';
import type { Channel, Flag, FollowUp } from '../complaint.ts';
import type { Place } from '../place/place.ts';
import type { Repeat } from '../repeats/repeat.ts';
import type { Route } from '../routing/route.ts';
import type { CaseClassification, Suggestion } from './case.ts';
import type { DeclineReason } from './commands.ts';

/** Who caused an event. */
export type Actor =
  | { readonly kind: 'system' }
  | { readonly kind: 'staff'; readonly organ: string; readonly role: string; readonly name: string };

/** A clock that an event sets running, with its deadline as computed then. */
export interface ClockStart {
  readonly name: ClockName;
  readonly policy: string;
  readonly dueAt: Instant;
  readonly provisional: boolean;
}

export interface DeadlineChange {
  readonly clock: ClockName;
  readonly policy: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly provisional: boolean;
}

/** What happened to a case. Never changed once written: events are the audit trail and the outbox. */
export type CaseFact =
  | {
      readonly type: 'registered';
      readonly channel: Channel;
      readonly receivedAt: Instant;
      readonly title: string;
      readonly classification: Classification;
      readonly place?: Place | undefined;
      readonly route: Route;
      readonly repeats?: readonly Repeat[] | undefined;
      readonly flags: readonly Flag[];
      readonly acknowledge?: true | undefined;
      readonly inspection?: { readonly batch: string; readonly item: string } | undefined;
      readonly started: readonly ClockStart[];
    }
  | { readonly type: 'accepted'; readonly started: readonly ClockStart[] }
  | { readonly type: 'declined'; readonly reason: DeclineReason; readonly explanation: string }
  | { readonly type: 'transferred'; readonly department: string; readonly explanation: string }
  | { readonly type: 'joined'; readonly into: string; readonly reason?: string | undefined }
  /** `late`: the case had ended before it took the other in. */
  | { readonly type: 'took-in'; readonly receipt: string; readonly channel: Channel; readonly late: boolean }
  | {
      readonly type: 'assigned';
      readonly lead: string;
      readonly assisting: readonly string[];
      readonly started: readonly ClockStart[];
      /** What the rules had suggested, where people decided otherwise. */
      readonly overrules?: Suggestion | undefined;
      readonly reason?: string | undefined;
    }
  | {
      readonly type: 'reclassified';
      readonly before: CaseClassification;
      readonly after: Classification;
      /** Names the matter for people, as it is now. */
      readonly title: string;
      readonly reason: string;
    }
  | { readonly type: 'objected'; readonly reason: string; readonly from: string; readonly to: string }
  | {
      readonly type: 'extended';
      readonly clock: ClockName;
      readonly from: Instant;
      readonly to: Instant;
      readonly reason: string;
      readonly approvedBy: string;
    }
  | { readonly type: 'reported'; readonly findings: string }
  | { readonly type: 'returned'; readonly missing: string; readonly started: readonly ClockStart[] }
  | { readonly type: 'closed'; readonly answer: string }
  | ({
      readonly type: 'followed-up';
      readonly receipt: string;
      readonly channel: Channel;
      /** The case had ended: whoever sent this wants it opened again. */
      readonly asksReopening: boolean;
      /** 催单次数, this one included. */
      readonly urges: number;
    } & FollowUp)
  | { readonly type: 'reopened'; readonly reason: string; readonly started: readonly ClockStart[] }
  /** `askedBy`: receipts of the complaints whose senders had asked. */
  | { readonly type: 'reopening-declined'; readonly reason: string; readonly askedBy: readonly string[] }
  | {
      readonly type: 'chased';
      readonly clock: ClockName;
      readonly step: string;
      readonly kind: LadderStep['kind'];
      readonly level: LadderStep['level'];
      /** When the step was due to go out; later than that, the sweep was late. */
      readonly scheduledAt: Instant;
      readonly dueAt: Instant;
      /** The organ it goes to. */
      readonly to: string;
    }
  | { readonly type: 'recomputed'; readonly changes: readonly DeadlineChange[] };

export type CaseEvent = CaseFact & {
  readonly caseId: string;
  /** 1 for the first event of the case; the case's version after it. */
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Actor;
};
