import { nameOfEvent } from '../../domain/case/acts.ts';
import { deadline, moment } from '../../domain/notices/words.ts';
import { dutyOf } from '../shared/desk/case-row.ts';
import { whoDid } from '../shared/desk/words.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { saidIn } from '../shared/staff/said-in-event.ts';
import type { CaseState } from './case-state.ts';

/** 办理经过, the latest first: who, when, what, all that was said, and what the complainant was told of it. */
export const timelineOf = ({ events, organNameOf, nameOf, policies }: CaseState): Html =>
  html`<ol class="timeline">${events.toReversed().map(
    (event) => html`<li><span class="when">${moment(event.at)}　${whoDid(event, organNameOf)}</span>
<strong>${nameOfEvent(event)}</strong>
${saidIn(event, nameOf).map(([label, words]) => html`<p class="said">${label}：${words}</p>`)}
${event.started.map((clock) => html`<span class="hint">开始计时：${dutyOf(clock, policies)}，${deadline(clock.dueAt)}</span>`)}
${event.told?.notice && html`<details><summary>告知信访人：${event.told.notice.status}</summary><p class="said">${event.told.notice.text}</p></details>`}</li>`,
  )}</ol>`;
