import { STAFF_ACTS } from '../../domain/case/acts.ts';
import { own } from '../../domain/own.ts';
import { type Html, html } from '../shared/pages/html.ts';

const DONE = /^([a-z-]{1,40})\.([\w-]{1,40})$/;

/** What was done a moment ago, as the address of this page says it: "accept.QH-…". Undefined for anything else. */
export function doneNote(told: string | undefined): Html | undefined {
  const [, type = '', id = ''] = DONE.exec(told ?? '') ?? [];
  const act = own(STAFF_ACTS, type);
  return act && html`<p class="note done" role="status">已办理：${act.name}　<a href="/desk/cases/${id}">${id}</a></p>`;
}
