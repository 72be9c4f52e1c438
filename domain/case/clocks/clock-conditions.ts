import { SET_LIMIT } from '../../clocks/set-limit.ts';
import type { Roster } from '../../organs.ts';
import { pendingReview } from '../answer/review.ts';
import { type Case, isOpen } from '../case.ts';
import type { Actor } from '../people/actor.ts';
import { officerAt } from '../people/officers.ts';
import { ENDED } from '../status.ts';

/** Which cases have a clock: the words of `where` in config/clocks.json. `state` is the case as the clock starts. */
export const CASE_CONDITIONS = {
  /** 督察交办件. */
  inspection: ({ inspection }, _) => inspection !== undefined,
  /** No part of another case: its complainant waits for it, and for no other. */
  whole: ({ partOf }, _) => partOf === undefined,
  part: ({ partOf }, _) => partOf !== undefined,
  petition: ({ procedure }, _) => procedure === 'petition',
  'not-petition': ({ procedure }, _) => procedure !== 'petition',
  /** 履行职责, without a period of its own; in an emergency nobody has to wait for one. */
  'duty-without-period': ({ procedure, ownPeriod, classification: { urgency } }, _) =>
    procedure === 'duty' && ownPeriod === undefined && urgency !== 'emergency',
  /** 疑似突发环境事件. */
  emergency: ({ classification }, _) => classification.urgency === 'emergency',
  /** 尚未转送、交办: it stands as the rules gave it, and nobody answers for it. */
  'nobody-named': ({ lead, officers, assignedBy }, _) =>
    assignedBy === undefined && officerAt({ officers }, lead) === undefined,
  /** The catch-all desk has nobody to pass a case on to. */
  'lead-may-object': ({ lead }, { catchAllOrgan }) => lead !== catchAllOrgan,
  /** 代表建议、政协提案, as they were entered. */
  proposal: ({ channel }, _) => channel === 'proposal',
} as const satisfies Readonly<Record<string, (state: Case, roster: Roster) => boolean>>;

/** As long as what a clock runs: the words of `while` in config/clocks.json. */
export const LASTING_CONDITIONS = {
  /** The level above has yet to review what the lead has reported. */
  'under-review': ({ status }) => status === 'reported',
  /** The lead's objection waits for its answer. */
  'objection-waits': ({ objection }) => objection !== undefined,
} as const satisfies Readonly<Record<string, (state: Case) => boolean>>;

/** An event as far as a trigger looks at it. */
export interface Happening {
  readonly actor: Actor;
  readonly lead?: unknown;
  readonly limits?: unknown;
  readonly kind?: unknown;
  readonly level?: unknown;
  readonly after?: unknown;
  readonly asksReopening?: unknown;
  readonly endsRequest?: unknown;
  readonly endsLimit?: unknown;
  readonly done?: unknown;
  readonly stage?: unknown;
  readonly finding?: unknown;
  readonly grade?: unknown;
  readonly performBy?: unknown;
  readonly ruling?: unknown;
  readonly result?: unknown;
  readonly part?: unknown;
  readonly status?: unknown;
  readonly item?: unknown;
  readonly procedure?: unknown;
}

/**
 * When an event starts or stops a clock: the words of `if` in config/clocks.json. `before` is the case before the
 * event.
 */
export const EVENT_CONDITIONS = {
  /** By the organ that has the case. What the level above does takes nobody's right. */
  'by-lead': (before, { actor }) => actor.kind === 'staff' && actor.organ === before.lead,
  /** What came in after the case had ended, and no review waits for its decision. */
  'asks-reopening': (before, { asksReopening }) => asksReopening === true && pendingReview(before) === undefined,
  /** Somebody asked for it while the review that another complainant had asked for went on. */
  'request-waits': ({ reopeningAsked }, { ruling }) => reopeningAsked !== undefined && ruling !== 'sent-back',
  /** Nobody wants the case opened again any more. */
  'ends-request': (_, { endsRequest }) => endsRequest === true,
  /** The same, where events of earlier releases do not say. */
  'leaves-no-request': (_, { endsRequest }) => endsRequest !== false,
  /** Nobody sets a limit any more. */
  'ends-limit': (_, { endsLimit }) => endsLimit === true,
  /** Of its parts those that have not ended wait for a penalty, which has periods of its own. */
  'only-penalties-left': ({ parts = [] }, { part, status }) => {
    const after = parts.map((one) => (one.id === part ? status : one.status));
    return after.includes('filed') && after.every((one) => one === 'filed' || ENDED.some((ended) => ended === one));
  },
  /** Assigned to another organ. */
  'lead-changes': (before, { lead }) => lead !== undefined && lead !== before.lead,
  /** A person says that it is an emergency, or that it is none. */
  'becomes-emergency': (before, event) => !isEmergency(before.classification) && isEmergency(event.after),
  'is-no-emergency': (_, { after }) => !isEmergency(after),
  /** It had ended without an answer, and nobody had reported whether it is an emergency. */
  'never-looked-into': ({ status, stage }) => status !== 'closed' && stage === undefined,
  /** The top of the line has yet to report it to the ministry. */
  'grave-incident': ({ incident }, { kind, level }) =>
    (kind === 'initial' || kind === 'follow-up') && level !== 'Ⅲ' && level !== 'Ⅳ' && !incident?.toMinistryAt,
  'to-ministry': (_, { kind }) => kind === 'to-ministry' || kind === 'unfounded',
  /** A milestone of the rectification was reached. */
  'milestone-done': (_, { done }) => Array.isArray(done) && done.length > 0,
  /** 已作出行政处罚决定. */
  penalised: (_, { result }) => result === 'penalised',
  /** 不满意. */
  dissatisfied: (_, { grade }) => grade === 'dissatisfied',
  /** 回头看 found that it is as it was. */
  rebounded: (_, { finding }) => finding === 'rebounded',
  'after-the-answer': ({ status }) => status === 'closed',
  /** It was agreed by when something is done. */
  'agreed-by-a-day': (_, { performBy }) => performBy !== undefined,
  /** 复查, or 复核 after it. */
  'asks-review': (_, { stage }) => stage === 'review',
  'asks-recheck': (_, { stage }) => stage === 'recheck',
  /** To be handled again by whoever answered. */
  'sent-back': (_, { ruling }) => ruling === 'sent-back',
  /** It is about one of several, which has a clock of its own. */
  'names-item': (_, { item }) => item !== undefined,
  /** What had ended before anybody took it up. */
  'takes-up': (_, { procedure }) => procedure !== undefined,
  /** What had ended is handled again, and since then somebody has said by when. */
  'limit-waits': ({ limits, clocks }, { ruling }) => {
    const since = limits?.[SET_LIMIT]?.since;
    const hasRun = clocks.some(({ name, startedAt }) => name === SET_LIMIT && (since ?? '') <= startedAt);
    return since !== undefined && !hasRun && (ruling === undefined || ruling === 'sent-back');
  },
  /** Somebody says by when an open case is to be done. */
  'sets-limit': (before, { limits }) => limits !== undefined && isOpen(before),
} as const satisfies Readonly<Record<string, (before: Case, event: Happening) => boolean>>;

const isEmergency = (about: unknown): boolean =>
  about instanceof Object && Reflect.get(about, 'urgency') === 'emergency';

/** Whether a case fulfils that condition; false for one that only a newer release knows. */
export function caseFulfils(condition: string, state: Case, roster: Roster): boolean {
  const conditions: Readonly<Record<string, (state: Case, roster: Roster) => boolean>> = CASE_CONDITIONS;
  return Object.hasOwn(conditions, condition) && conditions[condition]!(state, roster);
}

/** Whether that is still so; false for one that only a newer release knows. */
export function stillFulfils(condition: string, state: Case): boolean {
  const conditions: Readonly<Record<string, (state: Case) => boolean>> = LASTING_CONDITIONS;
  return Object.hasOwn(conditions, condition) && conditions[condition]!(state);
}

/** Whether an event fulfils that condition; false for one that only a newer release knows. */
export function eventFulfils(condition: string, before: Case, event: Happening): boolean {
  const conditions: Readonly<Record<string, (before: Case, event: Happening) => boolean>> = EVENT_CONDITIONS;
  return Object.hasOwn(conditions, condition) && conditions[condition]!(before, event);
}
