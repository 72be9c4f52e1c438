import { nameOfFact } from '../../domain/case/acts.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { deadline, moment } from '../../domain/notices/words.ts';
import { dutyOf } from '../shared/desk/case-row.ts';
import { whoDid } from '../shared/desk/words.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { chosenIn } from '../shared/staff/said-values.ts';
import type { CaseState } from './case-state.ts';

/** 办理经过, the latest first: who, when, what, and what the complainant was told of it. */
export const timelineOf = ({ events, organNameOf, policies }: CaseState): Html =>
  html`<ol class="timeline">${events.toReversed().map(
    (event) => html`<li><span class="when">${moment(event.at)}　${whoDid(event, organNameOf)}</span>
<strong>${nameOf(event)}</strong>${detailsOf(event, organNameOf)}
${event.started.map((clock) => html`<span class="hint">开始计时：${dutyOf(clock, policies)}，${deadline(clock.dueAt)}</span>`)}
${event.told?.notice && html`<details><summary>告知信访人：${event.told.notice.status}</summary><p class="said">${event.told.notice.text}</p></details>`}</li>`,
  )}</ol>`;

const nameOf = (event: CaseEvent): string =>
  event.type === 'unrecognised' ? '本版本不认识的记录' : nameOfFact(event.type);

/** What officers wrote with it, whatever the act called it. */
const WRITTEN = [
  'reason',
  'explanation',
  'remark',
  'findings',
  'missing',
  'clue',
  'words',
  'demands',
  'answer',
  'decision',
  'question',
  'said',
  'agreement',
] as const;

function detailsOf(event: CaseEvent, organNameOf: (organ: string) => string): readonly (Html | string)[] {
  const said = event as unknown as Readonly<Record<string, unknown>>;
  const chosen = chosenIn(event);
  const opinion = event.type === 'review-decided' ? [event.opinion] : [];
  const written = WRITTEN.flatMap((name) => (typeof said[name] === 'string' ? [said[name]] : []));
  const lead = event.type === 'assigned' ? [html`<span>：${organNameOf(event.lead)}</span>`] : [];
  const all = [...(chosen === undefined ? [] : [chosen]), ...written, ...opinion];
  return [...lead, ...all.map((text) => html`<p class="said">${text}</p>`)];
}
