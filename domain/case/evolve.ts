import type { Policies } from '../clocks/policy.ts';
import { actOfFact, register } from './acts.ts';
import type { Case } from './case.ts';
import { stoppedBy, withFurtherLadder, withStarted } from './clocks/event-clocks.ts';
import type { CaseEvent } from './events.ts';

/**
 * The case after the event. Events come in order of `seq`, the first being `registered`; anything else is a broken
 * store and throws. An event that only a newer release knows counts, and changes nothing else.
 */
export function evolve(state: Case | undefined, event: CaseEvent, policies: Policies): Case {
  if (event.seq !== (state?.version ?? 0) + 1)
    throw new Error(`event ${event.seq} does not follow version ${state?.version ?? 0}`);
  const after = applied(state, event);
  const clocks = state ? stoppedBy(event, state, after, policies) : after.clocks;
  const { seq, hash } = event;
  const head = hash === undefined ? after.head : { seq, hash };
  const closing = isSameWork(state, after) ? after.closing : undefined;
  const chased = withFurtherLadder(withStarted(clocks, event), after, event.at);
  return { ...after, closing, clocks: chased, version: seq, head, news: newsAfter(event, state) };
}

/** Where it goes on as it was: an answer that was proposed still fits. */
const isSameWork = (before: Case | undefined, after: Case): boolean =>
  before?.status === after.status && before.lead === after.lead;

/** A reminder tells nothing that was not known, and a new calendar is no act of anybody; nothing is the registration. */
function newsAfter({ type, seq, actor }: CaseEvent, before: Case | undefined): Case['news'] {
  if (type === 'registered') return undefined;
  if (type === 'chased' || type === 'recomputed') return before?.news;
  return { seq, by: actor.kind === 'staff' ? actor.sub : undefined };
}

/** What the act itself changes, clocks that start and stop aside. */
export function applied(state: Case | undefined, event: CaseEvent): Case {
  if (event.type === 'registered') return register.open(event);
  if (!state) throw new Error(`event ${event.type} opens no case`);
  return event.type === 'unrecognised' ? state : actOfFact(event.type).evolve(state, event);
}
