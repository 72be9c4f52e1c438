import type { Instant } from '../../../domain/calendar/day.ts';
import { type Case, runningClocks } from '../../../domain/case/case.ts';
import { pendingExtension } from '../../../domain/case/clocks/extension.ts';
import { isEmergency, wasNone } from '../../../domain/case/handling/incident.ts';
import { SUPERVISION_TEXT } from '../../../domain/case/oversight/supervisions.ts';
import { officerAt } from '../../../domain/case/people/officers.ts';
import { statusTextOf } from '../../../domain/case/status-text.ts';
import type { Clock } from '../../../domain/clocks/clock.ts';
import { type Policies, ruleOf } from '../../../domain/clocks/policy.ts';
import { pressingClock } from '../../../domain/lists/pressing.ts';
import { deadline, distance } from '../../../domain/notices/date-words.ts';
import { raw } from '../pages/document.ts';
import { type Html, html } from '../pages/html.ts';

const THREE_DAYS = 3 * 86_400_000;

/** 应办的事 of a clock, as people read it. */
export const dutyOf = (clock: Pick<Clock, 'name' | 'policy'>, policies: Policies): string =>
  ruleOf(clock, policies)?.duty ?? '本版本不认识的时限';

/** The same beside others: where one of them is for the same duty, with its own name. */
export const dutyAmong = (clock: Named, others: readonly Named[], policies: Policies): string => {
  const duty = dutyOf(clock, policies);
  const isAlone = others.every((other) => other.name === clock.name || dutyOf(other, policies) !== duty);
  return isAlone ? duty : `${duty}（${ruleOf(clock, policies)?.name}）`;
};

type Named = Pick<Clock, 'name' | 'policy'>;

/** What is left of a clock; one that is paused goes on later, a right that has lapsed is over, and nobody's delay. */
export function leftOf(clock: Pick<Clock, 'name' | 'policy' | 'dueAt' | 'pausedAt'>, now: Instant, policies: Policies) {
  if (clock.pausedAt !== undefined) return PAUSED;
  return clock.dueAt <= now && ruleOf(clock, policies)?.owedTo === 'nobody' ? '期限已过' : distance(now, clock.dueAt);
}

const PAUSED = '已中止计算，恢复后顺延';

/** 下一时限 with what is left of it, in a colour and in words. */
export function dueText(state: Case, now: Instant, policies: Policies): Html {
  const clock = pressingClock(state, policies);
  if (!clock) return withoutDeadline(state, policies);
  const left = Date.parse(clock.dueAt) - Date.parse(now);
  const look = left <= 0 ? 'late' : left < THREE_DAYS ? 'soon' : 'calm';
  return html`<span class="tag ${look}">${distance(now, clock.dueAt)}</span><small>${dutyOf(clock, policies)}：${deadline(clock.dueAt)}</small>`;
}

function withoutDeadline(state: Case, policies: Policies): Html {
  const paused = runningClocks(state).find(({ pausedAt }) => pausedAt !== undefined);
  return paused
    ? html`<span class="tag calm">${PAUSED}</span><small>${dutyOf(paused, policies)}</small>`
    : html`<span class="tag">没有时限</span>`;
}

/** Words that make a case stand out in a list: what it is, who presses, and what waits for somebody's decision. */
export function marksOf(state: Case, policies: Policies): readonly Html[] {
  const { inspection, marked = [], urges = 0, reopeningAsked, objection, closing } = state;
  const marks = [
    isEmergency(state) && !wasNone(state) && '突发',
    inspection && '督察交办',
    ...marked.map(({ name }) => name),
    ...ordersOn(state),
    urges > 0 && `催单${urges}次`,
    reopeningAsked && '申请重办',
    objection && '有异议',
    closing && '待签发',
    pendingExtension(state, policies) && '申请延期',
  ];
  return marks.filter((mark) => typeof mark === 'string').map((mark) => html`<span class="tag soon">${mark}</span>`);
}

/** 督办 that goes on, each kind once. */
const ordersOn = ({ supervisions = [] }: Case): readonly string[] => [
  ...new Set(supervisions.flatMap(({ kind, endedAt }) => (endedAt === undefined ? SUPERVISION_TEXT[kind] : []))),
];

export const placeOf = ({ place }: Case): string => (place ? `${place.name}${place.town?.name ?? ''}` : '地点未定');

/** 责任人 of the lead. */
export const officerOf = (state: Case): string => officerAt(state, state.lead)?.name ?? '还没有分办';

interface RowParts {
  readonly href: string;
  /** Something has happened that whoever looks has not seen. */
  readonly isUnread: boolean;
  /** The name of its box, by which it is chosen for an act for many; none where nobody chooses. */
  readonly box: string | undefined;
  readonly isTicked: boolean;
  readonly now: Instant;
  readonly organNameOf: (organ: string) => string;
  readonly policies: Policies;
}

/** A case in a list: what an officer sorts by. `href` is where it is opened. */
export const caseRow = (
  state: Case,
  { href, isUnread, box, isTicked, now, organNameOf, policies }: RowParts,
): Html => html`<tr>
${box !== undefined && html`<td class="tick"><label><input type="checkbox" form="batch" name="${box}" value="${state.id}.${state.version}" aria-label="选中 ${state.id}"${isTicked && raw(' checked')}></label></td>`}
<th scope="row"><a class="go" href="${href}">${state.title}</a><small>${state.id}</small></th>
<td>${isUnread && html`<span class="tag news">新</span>`}${marksOf(state, policies)}${statusTextOf(state)}</td>
<td>${placeOf(state)}</td>
<td>${dueText(state, now, policies)}</td>
<td>${officerOf(state)}<small>${organNameOf(state.lead)}</small></td>
</tr>`;
