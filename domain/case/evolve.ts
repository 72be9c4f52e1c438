import type { Instant } from '../calendar/day.ts';
import type { Classification } from '../classification/classification.ts';
import type { ClockName } from '../clocks/policy.ts';
import type { Case, CaseClassification, CaseStatus, Clock, Correction, Suggestion, TakenIn } from './case.ts';
import type { CaseEvent, CaseFact, ClockStart } from './events.ts';
import { withFollowUp } from './reopening.ts';

const ALL: readonly ClockName[] = ['tell', 'handle', 'objection', 'inspection-report', 'supplement'];

/** Which clocks an event stops. */
const STOPS: Readonly<Record<CaseFact['type'], readonly ClockName[]>> = {
  registered: [],
  accepted: ['tell'],
  declined: ALL,
  transferred: ALL,
  joined: ALL,
  'took-in': [],
  assigned: [],
  reclassified: [],
  objected: ['objection'],
  extended: [],
  reported: ['objection', 'inspection-report', 'supplement'],
  returned: [],
  closed: ALL,
  'followed-up': [],
  reopened: [],
  'reopening-declined': [],
  chased: [],
  recomputed: [],
};

/** The case after the event. Events come in order of `seq`, the first being `registered`; anything else is a broken store and throws. */
export function evolve(state: Case | undefined, event: CaseEvent): Case {
  if (event.seq !== (state?.version ?? 0) + 1)
    throw new Error(`event ${event.seq} does not follow version ${state?.version ?? 0}`);
  if (event.type === 'registered') return opened(event);
  if (!state) throw new Error(`event ${event.type} opens no case`);
  const clocks = restarted(stopped(state.clocks, event, state.lead), event);
  return { ...changed({ ...state, clocks }, event), version: event.seq };
}

function opened(event: CaseEvent & { type: 'registered' }): Case {
  const { caseId, seq, channel, receivedAt, title, classification, place, flags, inspection, route, started } = event;
  const repeats = event.repeats?.map(({ caseId: earlier, relation, score }) => ({ caseId: earlier, relation, score }));
  return {
    ...{
      id: caseId,
      version: seq,
      status: 'registered',
      channel,
      receivedAt,
      title,
      classification: withoutReasons(classification),
      place,
      flags,
      inspection,
      repeats,
    },
    lead: route.lead,
    assisting: route.assisting,
    clocks: started.map((start) => clockOf(start, receivedAt)),
  };
}

function changed(state: Case, event: Exclude<CaseEvent, { type: 'registered' }>): Case {
  switch (event.type) {
    case 'accepted':
    case 'declined':
    case 'transferred':
    case 'reported':
    case 'returned':
      return { ...state, status: event.type };
    case 'joined':
      return { ...state, status: 'joined', joinedTo: event.into };
    case 'took-in':
      return { ...state, takenIn: [...(state.takenIn ?? []), takenInBy(event)] };
    case 'closed':
      return { ...state, status: 'closed', answer: event.answer };
    case 'followed-up':
      return withFollowUp(state, event);
    case 'reopened':
      return { ...state, status: 'accepted', answer: undefined, reopeningAsked: undefined };
    case 'reopening-declined':
      return { ...state, reopeningAsked: undefined };
    case 'assigned':
      return { ...given(state, event), status: afterAssignment(state.status) };
    case 'reclassified':
      return {
        ...state,
        title: event.title,
        classification: withoutReasons(event.after),
        corrected: correctionBy(event),
      };
    case 'objected':
      return given(state, { lead: event.to, assisting: [] });
    case 'extended':
      return withClock(state, event.clock, (clock) => ({
        ...clock,
        ...{ dueAt: event.to, countedFrom: event.at, extended: true, fired: [] },
      }));
    case 'chased':
      return withClock(state, event.clock, (clock) => ({ ...clock, fired: [...clock.fired, event.step] }));
    case 'recomputed':
      return event.changes.reduce(
        (next, { clock: name, policy, to, provisional }) =>
          withClock(next, name, (clock) => recomputed(clock, { policy, dueAt: to, provisional }, event.at)),
        state,
      );
  }
}

function takenInBy({ receipt, channel, seq }: CaseEvent & { type: 'took-in' }): TakenIn {
  return { receipt, channel, seq };
}

function withoutReasons({ trace, ...classification }: Classification): CaseClassification {
  return classification;
}

function given(state: Case, { lead, assisting }: Suggestion): Case {
  const { suggested = { lead: state.lead, assisting: state.assisting } } = state;
  return { ...state, lead, assisting, suggested };
}

function correctionBy({ at, actor, reason }: CaseEvent & { type: 'reclassified' }): Correction {
  return { at, organ: actor.kind === 'staff' ? actor.organ : '', reason };
}

/** A case that is only registered may be passed on before anyone accepts it: it stays registered, so that the complainant is still told. */
function afterAssignment(status: CaseStatus): CaseStatus {
  return status === 'registered' ? 'registered' : 'assigned';
}

function stopped(clocks: readonly Clock[], event: CaseEvent, lead: string): readonly Clock[] {
  const stops = waivesObjection(event, lead) ? [...STOPS[event.type], 'objection'] : STOPS[event.type];
  return clocks.map((clock) =>
    clock.stoppedAt === undefined && stops.includes(clock.name) ? { ...clock, stoppedAt: event.at } : clock,
  );
}

/** Who accepts a case has no objection to it; nor has anybody to one that is no longer theirs. What the level above does takes nobody's right. */
function waivesObjection(event: CaseEvent, lead: string): boolean {
  if (event.type === 'accepted') return event.actor.kind === 'staff' && event.actor.organ === lead;
  return event.type === 'assigned' && event.lead !== lead;
}

/** A clock that starts again takes the place of its former run. */
function restarted(clocks: readonly Clock[], event: CaseEvent): readonly Clock[] {
  const starts = 'started' in event ? event.started : [];
  const kept = clocks.filter((clock) => !starts.some(({ name }) => name === clock.name));
  return [...kept, ...starts.map((start) => clockOf(start, event.at))];
}

function clockOf({ name, policy, dueAt, provisional }: ClockStart, startedAt: string): Clock {
  return { name, policy, startedAt, countedFrom: startedAt, dueAt, provisional, extended: false, fired: [] };
}

function withClock(state: Case, name: ClockName, change: (clock: Clock) => Clock): Case {
  return {
    ...state,
    clocks: state.clocks.map((clock) => (clock.name === name && clock.stoppedAt === undefined ? change(clock) : clock)),
  };
}

/** A deadline that moves has its ladder before it again, but nothing of what has already passed. */
function recomputed(clock: Clock, change: Pick<Clock, 'policy' | 'dueAt' | 'provisional'>, at: Instant): Clock {
  return change.dueAt === clock.dueAt ? { ...clock, ...change } : { ...clock, ...change, countedFrom: at, fired: [] };
}
