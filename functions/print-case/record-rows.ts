import { nameOfEvent } from '../../domain/case/acts.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { moment } from '../../domain/notices/date-words.ts';
import { organNamed, type Roster } from '../../domain/organs.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { type NameOf, saidIn } from '../shared/staff/said-in-event.ts';

/** 办理记录: when, what, by whom, and all that was said; whoever did it without staff is the system. */
export const recordRows = (events: readonly CaseEvent[], roster: Roster, nameOf: NameOf): readonly Html[] =>
  events.map(
    (event) => html`<tr><td>${moment(event.at)}</td><td>${nameOfEvent(event)}</td><td>${whoOf(event, roster)}</td>
<td>${saidIn(event, nameOf).map(([label, words]) => html`<div class="words">${label}：${words}</div>`)}</td></tr>`,
  );

function whoOf({ actor }: CaseEvent, roster: Roster): string {
  return actor.kind === 'staff' ? `${organNamed(actor.organ, roster).name} ${actor.name}` : '系统';
}
