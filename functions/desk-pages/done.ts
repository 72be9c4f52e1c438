import { STAFF_ACTS } from '../../domain/case/acts.ts';
import { ownProperty } from '../../domain/own-property.ts';
import type { Visit } from '../shared/desk/desk.ts';
import { type Html, html } from '../shared/pages/html.ts';

const DONE = /^([a-z-]{1,40})\.([\w-]{1,40})$/;

/** What this session did a moment ago, as the address of this page tells it: "accept.QH-…". Undefined for anything else. */
export function doneNote(done: string | undefined, { told }: Pick<Visit, 'told'>): Html | undefined {
  const [, type = '', id = ''] = DONE.exec(told(done) ?? '') ?? [];
  const act = ownProperty(STAFF_ACTS, type);
  return act && html`<p class="note done" role="status">已办理：${act.name}　<a href="/desk/cases/${id}">${id}</a></p>`;
}

/** A draft that waits, as the address of this page says it: the act whose form it is. */
export function keptNote(caseId: string, kept: string | undefined, list: string): Html | undefined {
  const act = ownProperty(STAFF_ACTS, kept ?? '');
  const form = `/desk/cases/${caseId}/acts/${kept}${list}`;
  return (
    act && html`<p class="note done" role="status">草稿已存，保留一天。<a href="${form}">继续填写：${act.name}</a></p>`
  );
}
