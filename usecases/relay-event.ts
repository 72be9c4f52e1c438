import type { Case } from '../domain/case/case.ts';
import type { CaseEvent } from '../domain/case/events.ts';
import type { Rules } from '../domain/notices/matter-lines.ts';
import type { Notice } from '../domain/notices/notice.ts';
import { noticesFor } from '../domain/notices/notices-for.ts';

export interface RelayEventDeps {
  readonly cases: { load(caseId: string): Promise<Case | undefined> };
  readonly noticeQueue: {
    /** All or an error; a notice that is queued twice is sent once. */
    send(notices: readonly Notice[]): Promise<void>;
  };
  readonly rules: Rules;
}

/** Turns an event into its notices. Relayed again it makes the same ones, which delivery knows by their ids. */
export async function relayEvent(event: CaseEvent, { cases, noticeQueue, rules }: RelayEventDeps): Promise<number> {
  const state = await cases.load(event.caseId);
  if (!state) throw new Error(`event of an unknown case ${event.caseId}`);
  const notices = noticesFor(event, state, rules);
  if (notices.length > 0) await noticeQueue.send(notices);
  return notices.length;
}
