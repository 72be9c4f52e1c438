import type { Day, Instant } from '../../calendar/day.ts';
import type { Case } from '../../case/case.ts';
import { runningClocks } from '../../case/case.ts';
import { movedTo } from '../../case/clocks/limit-extension.ts';
import type { EventOf } from '../../case/events.ts';
import type { Clock } from '../../clocks/clock.ts';
import type { ClockRule } from '../../clocks/clock-rule.ts';
import { extendedBy, lastDayOf } from '../../clocks/deadline.ts';
import { ruleOf } from '../../clocks/policy.ts';
import { SET_LIMIT } from '../../clocks/set-limit.ts';
import { organNamed } from '../../organs.ts';
import { dateText } from '../date-words.ts';
import { AT_ONCE, BY_MAIL, type Letter, nameOf } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import { say } from './staff-texts.ts';
import { toldAbove } from './told-above.ts';

/** To whoever approves it: which period, until when it runs and would run. Events of earlier releases name none. */
export function askedExtensionLetters(
  { reason, clock: name, until: asked }: EventOf<'extension-requested'>,
  state: Case,
  { policies }: Rules,
): readonly Letter[] {
  const clock = runningClocks(state).find((one) => one.name === name);
  const rule = clock && ruleOf(clock, policies);
  const until = clock && untilOf(clock, asked, rule);
  const words = say('extension-requested', { duty: rule?.duty, due: clock?.dueAt, until, reason });
  return [{ kind: '审批', organ: state.lead, to: [['leader', 'email']], words, clock: name }];
}

export const refusedExtensionLetters = (
  { reason }: EventOf<'extension-refused'>,
  { lead }: Case,
): readonly Letter[] => [{ kind: '审批', organ: lead, to: AT_ONCE, words: say('extension-refused', { reason }) }];

/** The day that whoever asks names, or so many days as the rule says. */
function untilOf({ dueAt }: Clock, asked: Day | undefined, rule: ClockRule | undefined): Instant | undefined {
  if (asked !== undefined) return movedTo(dueAt, asked);
  return rule?.extension?.count === undefined ? undefined : extendedBy(dueAt, rule.extension.count);
}

/**
 * 批准延期: of a legal period the level above hears; of the limit of an assignment whoever set it, to whom it is to be
 * explained (provision `assigned-limit`).
 */
export function extendedLetters(event: EventOf<'extended'>, state: Case, rules: Rules): readonly Letter[] {
  const { actor, clock, to, reason } = event;
  const by = state.limits?.[SET_LIMIT]?.by;
  if (clock !== SET_LIMIT || by === undefined) return toldAbove('延期', event, state, rules, reason);
  const organ = organNamed(by, rules).id;
  if (actor.kind === 'staff' && actor.organ === organ) return [];
  const decision = `将指定期限延至${dateText(lastDayOf(to))}`;
  const words = say('told-above', { organ: nameOf(state.lead, rules), decision, reason });
  return [{ kind: '报备', organ, to: BY_MAIL, words, withoutClocks: true }];
}
