import type { Case } from '../../../domain/case/case.ts';
import type { CaseRules } from '../../../domain/case/context.ts';
import type { CaseEvent } from '../../../domain/case/events.ts';
import { evolve } from '../../../domain/case/evolve.ts';
import type { Policies } from '../../../domain/clocks/policy.ts';
import type { Notice } from '../../../domain/notices/notice.ts';
import { noticesBesides, noticesFor } from '../../../domain/notices/notices-for.ts';
import { isSuperseded } from '../../../domain/notices/staff/chase-letters.ts';
import type { CaseReader, CaseStore } from '../../cases/command-case.ts';
import { type Incidents, isGathered } from '../digests/incidents.ts';
import { relayJoining } from './relay-joining.ts';
import { relaySplitting } from './relay-splitting.ts';

export interface RelayEventDeps {
  readonly cases: CaseStore & CaseReader;
  readonly noticeQueue: {
    /** All or an error; a notice that is queued twice is sent once. */
    send(notices: readonly Notice[]): Promise<void>;
  };
  readonly incidents: Pick<Incidents, 'since' | 'file'>;
  readonly rules: CaseRules;
  /** Has what was set apart registered as a case of its own. Asked for twice, it is registered once. */
  readonly registerLater: (receipt: string) => Promise<void>;
  /** Each case as it was after the last of its events that was relayed here: the next one needs no other to be read. */
  readonly recent?: Map<string, Case>;
}

/** A function follows a few hundred cases at a time; whatever is forgotten is read again. */
const MOST_RECENT = 500;

/**
 * Turns an event into its notices, written from the case as it was then: what was promised is what is told, however
 * late the stream. A reminder whose duty has been done since is not sent. A case that was joined to another is taken
 * in there, and let go of where that was undone; what was set apart is registered, and so are the parts of what was
 * split; one more emergency of an incident is told with the others of its hour. Relayed again it makes the same
 * notices, which delivery knows by their ids, and takes nothing in twice.
 */
export async function relayEvent(event: CaseEvent, deps: RelayEventDeps): Promise<number> {
  const { cases, incidents, noticeQueue, rules } = deps;
  const now = await cases.load(event.caseId);
  if (!now) throw new Error(`event of an unknown case ${event.caseId}`);
  if (isSuperseded(event, now)) return 0;
  await relayJoining(event, now, deps);
  await relaySplitting(event, now, deps);
  if (event.type === 'set-apart') await deps.registerLater(event.receipt);
  const then = now.version === event.seq ? now : await next(event, deps);
  remember(then, deps);
  // What accuses an organ is told alone: a letter about several cases may go to whom one of them accuses.
  const isTogether = now.accused === undefined && (await isGathered(event, incidents));
  const notices = (isTogether ? noticesBesides : noticesFor)(event, then, rules, now);
  if (notices.length > 0) await noticeQueue.send(notices);
  return notices.length;
}

/** Of n events in a row each is read once; a first one, or one out of order, is read with all before it. */
async function next(event: CaseEvent, { cases, recent, rules: { policies } }: RelayEventDeps): Promise<Case> {
  const before = recent?.get(event.caseId);
  return before?.version === event.seq - 1 ? evolve(before, event, policies) : await stateAt(event, cases, policies);
}

function remember(state: Case, { recent }: RelayEventDeps): void {
  if (recent && recent.size >= MOST_RECENT) recent.clear();
  recent?.set(state.id, state);
}

/** The case as it was right after that event. */
export async function stateAt(
  { caseId, seq }: CaseEvent,
  cases: Pick<CaseReader, 'events'>,
  policies: Policies,
): Promise<Case> {
  const events = (await cases.events(caseId)).filter((event) => event.seq <= seq);
  return events.reduce<Case | undefined>((state, event) => evolve(state, event, policies), undefined)!;
}
