import type { StaffCommand } from '../../domain/case/acts.ts';
import { MOST_ATTACHED } from '../../domain/case/materials.ts';
import type { Outcome } from '../../usecases/cases/command-case.ts';
import type { Sending } from '../shared/desk/desk.ts';
import { filesTyped } from '../shared/desk/uploaded-files.ts';
import type { Answer } from '../shared/http.ts';
import { html } from '../shared/pages/html.ts';
import { Refusal } from '../shared/problem.ts';
import { afterAct, afterAttaching } from './after-act.ts';
import { type FormPage, formPage } from './form-page.ts';
import type { DeskActsDeps } from './look-ups.ts';
import { changedMeanwhile, isOwn } from './meanwhile.ts';

/** Where whoever sent the form is led: on, or back to it with what they typed. */
export async function answerTo(
  outcome: Outcome,
  page: FormPage & { readonly command: StaffCommand; readonly version: number },
  sending: Sending,
  deps: DeskActsDeps,
): Promise<Answer> {
  const { state, type, list, command } = page;
  switch (outcome.kind) {
    case 'done':
    case 'unchanged':
      return type === 'attach'
        ? afterAttaching(state.id, list, page.typed('for'), filesTyped(page.typed, MOST_ATTACHED).length)
        : afterAct(state.id, type, list);
    case 'unknown':
      throw new Refusal('unknown-case');
    case 'refused': {
      const remark = html`<p class="note warn" role="alert">没有办理：${outcome.detail}</p>`;
      return await formPage(422, sending, deps, { ...page, remark });
    }
    case 'stale': {
      const since = (await deps.cases.events(state.id)).filter(({ seq }) => seq > page.version);
      if (since.some((event) => isOwn(event, command, sending))) return afterAct(state.id, type, list);
      return await formPage(409, sending, deps, { ...page, remark: changedMeanwhile(since, deps) });
    }
  }
}
