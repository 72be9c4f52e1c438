import { dayOf } from '../../calendar/day.ts';
import { isConcluded, pendingReview, type Review, STAGE_TEXT } from '../../case/answer/review.ts';
import { type Case, isOpen, runningClocks } from '../../case/case.ts';
import type { EventOf } from '../../case/events.ts';
import { type Departure, isAnotherMatter } from '../../case/handling/follow-up-departures.ts';
import { isOfOneSitting, isWithinSitting } from '../../case/handling/follow-ups.ts';
import { type Policies, ruleOf } from '../../clocks/policy.ts';
import type { FollowUpKind } from '../../complaint.ts';
import { lawOn } from '../../law/cite.ts';
import { above } from '../../organs.ts';
import { AT_ONCE, BY_MAIL, type Letter, type Recipients } from '../letter.ts';
import type { Rules } from '../matter-lines.ts';
import { say } from './staff-texts.ts';
import { emergencyLetter } from './urgent-letters.ts';

type FollowedUp = EventOf<'followed-up'>;

const LOUD: Recipients = [...AT_ONCE, ['leader', 'email']];

/**
 * What the bureaus are told of what came in later: to read it, to hurry, to do it again, or to decide whether an ended
 * case is opened again. A withdrawal is told as what it is, something that the sender said.
 */
export function followUpLetters(event: FollowedUp, state: Case, rules: Rules): readonly Letter[] {
  if (isAnotherMatter(event.as, event.departs)) return [];
  const letters = lettersOn(event, state, rules);
  const law = lawOn(dayOf(event.at), rules.statutes);
  return alarms(event, state) ? [emergencyLetter(state.lead, law), ...letters] : letters;
}

/** After 终结 nothing is asked of anybody; meanwhile whoever decides on the review of its sender reads it. */
function lettersOn(event: FollowedUp, state: Case, rules: Rules): readonly Letter[] {
  if (isConcluded(state, event.to)) return [];
  const review = pendingReview(state);
  if (review?.by === event.to) return [toReviewer(event, review)];
  return event.asksReopening ? [askedLetter(event, state)] : OPEN[event.as](event, state, rules);
}

function toReviewer(event: FollowedUp, { stage, organ }: Review): Letter {
  const kind = STAGE_TEXT[stage];
  const words = say('follow-up-in-review', { stage: kind, brought: BROUGHT[event.as], ...doubtOf(event) });
  return { kind, organ, to: BY_MAIL, words };
}

const DIFFERENT: Readonly<Record<Departure, string>> = {
  place: '另一地点',
  matter: '另一类问题',
  'matter-too': '另一类问题',
  emergency: '疑似突发环境事件',
};

/** The duty desk hears of it at once, and once in a sitting: who is in danger writes more than one message. */
function alarms(event: FollowedUp, { followUps = [] }: Case): boolean {
  const isAlarm = ({ departs = [] }: Pick<FollowedUp, 'departs'>) => departs.includes('emergency');
  const others = followUps.filter(({ receipt }) => receipt !== event.receipt);
  return isAlarm(event) && !others.some((one) => isAlarm(one) && isWithinSitting(one.at, event.at));
}

/** A person must decide: what is another matter has clocks of its own. */
function doubtOf({ receipt, departs = [] }: FollowedUp): { readonly letter?: string; readonly departs?: string } {
  if (departs.length === 0) return {};
  return { letter: receipt, departs: departs.map((departure) => DIFFERENT[departure]).join('、') };
}

const OPEN: Readonly<Record<FollowUpKind, (event: FollowedUp, state: Case, rules: Rules) => readonly Letter[]>> = {
  supplement: (event, state) => {
    const [to, organ, doubt] = [BY_MAIL, state.lead, doubtOf(event)];
    if (event.answers) return [{ kind: '答复', organ, to, words: say('question-answered', doubt) }];
    const letter = { kind: '补充', organ, to, words: say('supplemented', doubt) };
    return isOfOneSitting(event, state) && !event.departs ? [] : [letter];
  },
  urge: (event, state, { policies }) => {
    const to = isPressing(state, policies) ? LOUD : BY_MAIL;
    const words = say('urged', { count: event.urges!, ...doubtOf(event) });
    return [{ kind: '催单', organ: state.lead, to, words }];
  },
  'send-back': (event, { lead, status }, rules) => {
    const doubt = doubtOf(event);
    const reviewer = above(lead, 1, rules).id;
    const ours: Letter = { kind: '退单', organ: lead, to: AT_ONCE, words: say('sent-back', doubt) };
    const theirs = { ...ours, organ: reviewer, to: BY_MAIL, words: say('sent-back-in-review', doubt) };
    return status === 'reported' && reviewer !== lead ? [ours, theirs] : [ours];
  },
  withdraw: (event, state) => {
    if (!isOpen(state)) return [];
    return [{ kind: '撤单', organ: state.lead, to: BY_MAIL, words: say('withdrawn', doubtOf(event)) }];
  },
};

/** Reminders of a duty have begun to go out, so its deadline is near or past. A right is no duty. */
function isPressing(state: Case, policies: Policies): boolean {
  return runningClocks(state).some((clock) => clock.fired.length > 0 && ruleOf(clock, policies)?.owedTo !== 'nobody');
}

const BROUGHT: Readonly<Record<FollowUpKind, string>> = {
  supplement: '补充了材料',
  urge: '催办',
  'send-back': '退单',
  withdraw: '撤单',
};

function askedLetter(event: FollowedUp, { lead }: Case): Letter {
  const words = say('reopening-asked', { brought: BROUGHT[event.as], ...doubtOf(event) });
  return { kind: '重办', organ: lead, to: event.as === 'send-back' ? LOUD : BY_MAIL, words };
}

/** Who did it themselves need no letter. */
export function setApartLetters({ receipt, actor }: EventOf<'set-apart'>, { lead }: Case): readonly Letter[] {
  if (actor.kind === 'staff') return [];
  return [{ kind: '补充', organ: lead, to: BY_MAIL, words: say('set-apart', { receipt }) }];
}

export const reopenedLetter = ({ reason }: EventOf<'reopened'>, { lead }: Case): Letter => ({
  kind: '重办',
  organ: lead,
  to: AT_ONCE,
  words: say('reopened', { reason }),
});
