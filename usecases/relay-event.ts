import type { Case } from '../domain/case/case.ts';
import type { CaseEvent } from '../domain/case/events.ts';
import { evolve } from '../domain/case/evolve.ts';
import { isSuperseded } from '../domain/notices/letters.ts';
import type { Rules } from '../domain/notices/matter-lines.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { noticesFor } from '../domain/notices/notices-for.ts';

export interface RelayEventDeps {
  readonly cases: {
    load(caseId: string): Promise<Case | undefined>;
    /** Oldest first. */
    events(caseId: string): Promise<readonly CaseEvent[]>;
  };
  readonly noticeQueue: {
    /** All or an error; a notice that is queued twice is sent once. */
    send(notices: readonly Notice[]): Promise<void>;
  };
  readonly rules: Rules;
}

/**
 * Turns an event into its notices, written from the case as it was then: what was promised is what is told, however late the stream. A reminder
 * whose duty has been done since is not sent. Relayed again it makes the same ones, which delivery knows by their ids.
 */
export async function relayEvent(event: CaseEvent, { cases, noticeQueue, rules }: RelayEventDeps): Promise<number> {
  const now = await cases.load(event.caseId);
  if (!now) throw new Error(`event of an unknown case ${event.caseId}`);
  if (isSuperseded(event, now)) return 0;
  const then = now.version === event.seq ? now : await stateAt(event, cases);
  const notices = noticesFor(event, then, rules);
  if (notices.length > 0) await noticeQueue.send(notices);
  return notices.length;
}

async function stateAt({ caseId, seq }: CaseEvent, cases: RelayEventDeps['cases']): Promise<Case> {
  const events = (await cases.events(caseId)).filter((event) => event.seq <= seq);
  return events.reduce<Case | undefined>(evolve, undefined)!;
}
