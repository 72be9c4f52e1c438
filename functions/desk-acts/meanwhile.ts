import { nameOfEvent, type StaffCommand, staffActOf } from '../../domain/case/acts.ts';
import type { Case } from '../../domain/case/case.ts';
import { differsFromRecord } from '../../domain/case/commands/same-command.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { moment } from '../../domain/notices/date-words.ts';
import type { Sending, Visit } from '../shared/desk/desk.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { whoDid } from '../shared/words/words.ts';
import type { DeskActsDeps } from './look-ups.ts';

/** Whoever left the form finds it as it was; what others did to the case since then stands above it. */
export async function aboveDraft(
  { id, version }: Case,
  typedUpon: number,
  { staff }: Visit,
  deps: DeskActsDeps,
): Promise<Html> {
  const since = typedUpon < version ? (await deps.cases.events(id)).filter(({ seq }) => seq > typedUpon) : [];
  const others = since.filter(({ actor }) => actor.kind !== 'staff' || actor.sub !== staff.sub);
  return others.length === 0 ? KEPT : changedMeanwhile(others, deps);
}

const KEPT = html`<p class="note done" role="status">您写的内容都还在，请核对后提交。</p>`;

/** Who did what while somebody wrote. */
export const changedMeanwhile = (events: readonly CaseEvent[], { site }: DeskActsDeps): Html =>
  html`<div class="note warn" role="alert"><p><strong>您填写期间，事项有了变化，还没有办理：</strong></p>
<ul>${events.map(
    (event) => html`<li>${moment(event.at)}　${whoDid(event, site.organNameOf)}　${nameOfEvent(event)}</li>`,
  )}</ul><p>您写的内容都在下面。核对后仍要办理的，请再点一次确认。</p></div>`;

/** The same form sent twice, which the first time was done. One of the same act that says something else is another. */
export const isOwn = (event: CaseEvent, command: StaffCommand, { staff }: Sending): boolean =>
  event.actor.kind === 'staff' &&
  event.actor.sub === staff.sub &&
  event.type === staffActOf(command.type).fact.type &&
  !differsFromRecord(event, command);
