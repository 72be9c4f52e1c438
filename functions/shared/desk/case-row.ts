import type { Instant } from '../../../domain/calendar/day.ts';
import { type Case, runningClocks } from '../../../domain/case/case.ts';
import { statusTextOf } from '../../../domain/case/status.ts';
import type { Clock } from '../../../domain/clocks/clock.ts';
import { deadline, distance } from '../../../domain/notices/words.ts';
import { type Html, html } from '../pages/html.ts';

const THREE_DAYS = 3 * 86_400_000;

/** The clock that ends first of those that run; undefined where none does. */
const nextClock = (state: Case): Clock | undefined =>
  runningClocks(state)
    .filter(({ pausedAt }) => pausedAt === undefined)
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt))[0];

/** 下一时限 with what is left of it, in a colour and in words. */
function dueText(state: Case, now: Instant): Html {
  const clock = nextClock(state);
  if (!clock) return html`<span class="tag">没有时限</span>`;
  const left = Date.parse(clock.dueAt) - Date.parse(now);
  const look = left <= 0 ? 'late' : left < THREE_DAYS ? 'soon' : 'calm';
  return html`<span class="tag ${look}">${distance(now, clock.dueAt)}</span><span class="sub">${clock.name}：${deadline(clock.dueAt)}</span>`;
}

/** Words that make a case stand out in a list. */
function marksOf({ classification, inspection, urges = 0, reopeningAsked, objection }: Case): readonly Html[] {
  const marks = [
    classification.urgency === 'emergency' && '突发',
    inspection && '督察交办',
    urges > 0 && `催单${urges}次`,
    reopeningAsked && '申请重办',
    objection && '有异议',
  ];
  return marks.filter((mark) => typeof mark === 'string').map((mark) => html`<span class="tag soon">${mark}</span>`);
}

const placeOf = ({ place }: Case): string => (place ? `${place.name}${place.town?.name ?? ''}` : '地点未定');

/** A case in a list: what an officer sorts by. `href` is where it is opened. */
export const caseRow = (
  state: Case,
  {
    href,
    now,
    organNameOf,
    first,
  }: { href: string; now: Instant; organNameOf: (organ: string) => string; first?: Html },
): Html => html`<tr>${first}
<th scope="row"><a class="go" href="${href}">${state.title}</a><span class="sub">${state.id}</span></th>
<td>${marksOf(state)}${statusTextOf(state)}</td>
<td>${placeOf(state)}</td>
<td>${dueText(state, now)}</td>
<td>${organNameOf(state.lead)}</td>
</tr>`;
