import { nameOfEvent } from '../../domain/case/acts.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { deadline, moment } from '../../domain/notices/date-words.ts';
import { dutyAmong } from '../shared/desk/case-row.ts';
import { alsoIn } from '../shared/desk/paths.ts';
import { raw } from '../shared/pages/document.ts';
import { type Html, html } from '../shared/pages/html.ts';
import { saidIn } from '../shared/staff/said-in-event.ts';
import { whoDid } from '../shared/words/words.ts';
import type { CaseState } from './case-state.ts';
import { TIMELINE_KINDS, type TimelineKind } from './timeline-kinds.ts';

interface Entry {
  readonly at: string;
  readonly kind: TimelineKind;
  readonly line: Html;
}

/** So many notices are told on the page; the interface has them all. */
const MOST_NOTICES = 40;

/**
 * 办理经过 in one line of time, the latest first: who did what and all that was said, which files came, who looked at who
 * complained, and each notice with whether it arrived, which opens to the words that were sent.
 */
export function timelineOf(page: CaseState): Html {
  const { notices, events, only } = page;
  const all = [
    ...notices.slice(0, MOST_NOTICES).map(noticeEntry),
    ...events.toReversed().map((event) => eventEntry(event, page)),
  ].toSorted((one, other) => other.at.localeCompare(one.at));
  const shown = all.filter(({ kind }) => only === undefined || kind === only);
  return html`${kindLinks(all, page)}
${(only ?? 'told') === 'told' && notices.length > 0 && html`<p class="hint">共${notices.length}条通知${notices.length > MOST_NOTICES && `，这里是最近的${MOST_NOTICES}条`}。点开可以看到当时发出的原文；查询码和信访人的联系方式不显示。</p>`}
${shown.length === 0 ? html`<p class="note done">还没有这一类记录。</p>` : html`<ol class="timeline">${shown.map(({ line }) => html`<li>${line}</li>`)}</ol>`}`;
}

const CURRENT = raw(' aria-current="true"');

function kindLinks(all: readonly Entry[], { file, list, only }: CaseState): Html {
  const link = (kind: TimelineKind | undefined, words: string, count: number) => {
    const address = `/desk/cases/${file.state.id}${kind === undefined ? list : alsoIn(list, 'only', kind)}#timeline`;
    return html`<li><a href="${address}"${kind === only && CURRENT}>${words} <span class="count">${count}</span></a></li>`;
  };
  const kinds = Object.entries(TIMELINE_KINDS) as [TimelineKind, string][];
  return html`<nav aria-label="只看" class="noprint"><ul class="scopes">${link(undefined, '全部', all.length)}${kinds.map(
    ([kind, words]) => link(kind, words, all.filter((one) => one.kind === kind).length),
  )}</ul></nav>`;
}

const KIND_OF: Readonly<Partial<Record<CaseEvent['type'], TimelineKind>>> = {
  attached: 'files',
  'contact-revealed': 'looks',
};

const eventEntry = (event: CaseEvent, { organNameOf, nameOf, policies }: CaseState): Entry => ({
  at: event.at,
  kind: KIND_OF[event.type] ?? 'acts',
  line: html`<span class="when">${moment(event.at)}　${whoDid(event, organNameOf)}</span>
<strong>${nameOfEvent(event)}</strong>
${saidIn(event, nameOf).map(([label, words]) => html`<p class="said">${label}：${words}</p>`)}
${event.started.map((clock) => html`<span class="hint">开始计时：${dutyAmong(clock, event.started, policies)}，${deadline(clock.dueAt)}</span>`)}
${event.told?.notice && html`<details><summary>告知信访人：${event.told.notice.status}</summary><p class="said">${event.told.notice.text}</p></details>`}`,
});

const noticeEntry = ({ at, subject, standing, attempts }: CaseState['notices'][number]): Entry => ({
  at,
  kind: 'told',
  line: html`<span class="when">${moment(at)}　通知</span>
<details><summary>${subject}${attempts[0] && `（${attempts[0].to}）`}　<strong>${standing}</strong></summary>${attempts.map(
    (one) => html`<p>${one.to}，${one.by}${one.at && `，${moment(one.at)}`}：${one.outcome}</p>
${one.text && html`<p class="said">${one.subject && `${one.subject}\n\n`}${one.text}</p>`}`,
  )}</details>`,
});
