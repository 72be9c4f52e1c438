import type { StaffCommand } from '../../domain/case/acts.ts';
import { MOST_ATTACHED } from '../../domain/case/handling/materials.ts';
import type { Outcome } from '../../usecases/cases/command-case.ts';
import type { Sending } from '../shared/desk/desk.ts';
import { filesTyped } from '../shared/desk/uploaded-files.ts';
import type { Answer } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { html } from '../shared/pages/html.ts';
import { afterAct, afterAttaching } from './after-act.ts';
import { type FormPage, formPage } from './form-page.ts';
import type { DeskActsDeps } from './look-ups.ts';
import { changedMeanwhile, isOwn } from './meanwhile.ts';

/** Nothing was said that the case does not have already. */
const UNCHANGED = html`<p class="note warn" role="alert">没有变化，没有另外记录：没有选，或者已经是这样了。</p>`;

/** Where whoever sent the form is led: on, or back to it with what they typed. */
export async function answerTo(
  outcome: Outcome,
  page: FormPage & { readonly command: StaffCommand; readonly version: number },
  sending: Sending,
  deps: DeskActsDeps,
): Promise<Answer> {
  const { state, type, list, command } = page;
  switch (outcome.kind) {
    case 'unchanged':
      return await formPage(200, sending, deps, { ...page, remark: UNCHANGED });
    case 'done':
      return type === 'attach' ? attached(page, sending) : afterAct(state, type, list, sending);
    case 'unknown':
      throw new Refusal('unknown-case');
    case 'refused': {
      const remark = html`<p class="note warn" role="alert">没有办理：${outcome.detail}</p>`;
      return await formPage(422, sending, deps, { ...page, remark });
    }
    case 'stale': {
      const since = (await deps.cases.events(state.id)).filter(({ seq }) => seq > page.version);
      if (since.some((event) => isOwn(event, command, sending))) return afterAct(state, type, list, sending);
      return await formPage(409, sending, deps, { ...page, remark: changedMeanwhile(since, deps) });
    }
  }
}

const attached = ({ state, list, typed }: FormPage, sending: Sending): Answer =>
  afterAttaching(state.id, list, { forAct: typed('for'), added: filesTyped(typed, MOST_ATTACHED).length }, sending);
