import { type Case, runningClocks } from '../case/case.ts';
import { type Departure, isAnotherMatter } from '../case/departure.ts';
import type { EventOf } from '../case/events.ts';
import { isOfOneSitting, isWithinSitting } from '../case/follow-ups.ts';
import { isConcluded, pendingReview, type Review, STAGE_TEXT } from '../case/review.ts';
import { type Policies, ruleOf } from '../clocks/policy.ts';
import type { FollowUpKind } from '../complaint.ts';
import { above } from '../organs.ts';
import { AT_ONCE, BY_MAIL, type Letter, type PlainLetter, type Recipients } from './letter.ts';
import type { Rules } from './matter-lines.ts';
import { emergencyLetter } from './urgent-letters.ts';

type FollowedUp = EventOf<'followed-up'>;

const LOUD: Recipients = [...AT_ONCE, ['leader', 'email']];

/**
 * What the bureaus are told of what came in later: to read it, to hurry, to do it again, or to decide whether an ended
 * case is opened again.
 */
export function followUpLetters(event: FollowedUp, state: Case, rules: Rules): readonly Letter[] {
  if (isAnotherMatter(event.as, event.departs)) return [];
  const letters = lettersOn(event, state, rules);
  const doubt = doubtOf(event);
  const doubted = letters.map((letter) => ({ ...letter, opening: `${letter.opening}${doubt}` }));
  return alarms(event, state) ? [emergencyLetter(state.lead), ...doubted] : doubted;
}

/** After 终结 nothing is asked of anybody; meanwhile whoever decides on the review reads it. */
function lettersOn(event: FollowedUp, state: Case, rules: Rules): readonly PlainLetter[] {
  if (isConcluded(state)) return [];
  const review = pendingReview(state);
  if (review) return [toReviewer(event, review)];
  return event.asksReopening ? [askedLetter(event, state)] : OPEN[event.as](event, state, rules);
}

function toReviewer({ as }: FollowedUp, { stage, organ }: Review): PlainLetter {
  const opening = `该件正在${STAGE_TEXT[stage]}，来件人又${BROUGHT[as]}，请查阅并一并审查。`;
  return { kind: STAGE_TEXT[stage], organ, to: BY_MAIL, subject: '来件人补充材料', opening };
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
function doubtOf({ receipt, departs = [] }: FollowedUp): string {
  if (departs.length === 0) return '';
  const what = departs.map((departure) => DIFFERENT[departure]).join('、');
  return `来信（编号${receipt}）似还反映${what}，请核实；属于另一事项的，请另立一案。`;
}

const OPEN: Readonly<Record<FollowUpKind, (event: FollowedUp, state: Case, rules: Rules) => readonly PlainLetter[]>> = {
  supplement: (event, state) => {
    if (event.answers) {
      const answered = '信访人答复了询问，请查阅并一并办理。';
      return [{ kind: '答复', organ: state.lead, to: BY_MAIL, subject: '信访人答复询问', opening: answered }];
    }
    const opening = '信访人补充了材料，请查阅并一并办理。';
    const letter = { kind: '补充', organ: state.lead, to: BY_MAIL, subject: '信访人补充材料', opening };
    return isOfOneSitting(event, state) && !event.departs ? [] : [letter];
  },
  urge: ({ urges }, state, { policies }) => {
    const opening = `来件人催办，这是第${urges}次，请抓紧办理。`;
    const to = isPressing(state, policies) ? LOUD : BY_MAIL;
    return [{ kind: '催单', organ: state.lead, to, subject: `第${urges}次催单`, opening }];
  },
  'send-back': (_, { lead, status }, rules) => {
    const opening = '来件单位不认可办理情况，已退单。请按退单意见补充办理，并重新报送办理情况。';
    const ours: PlainLetter = { kind: '退单', organ: lead, to: AT_ONCE, subject: '来件单位退单', opening };
    const reviewer: PlainLetter = {
      ...ours,
      organ: above(lead, 1, rules).id,
      to: BY_MAIL,
      opening: '送审的事项已被来件单位退单，请一并审查。',
    };
    return status === 'reported' && reviewer.organ !== lead ? [ours, reviewer] : [ours];
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
};

function askedLetter({ as }: FollowedUp, { lead }: Case): PlainLetter {
  const opening = `该件已经结束，来件人又${BROUGHT[as]}，按申请重新办理处理。请查阅后决定重新办理，或者说明理由，不予重新办理。`;
  return { kind: '重办', organ: lead, to: as === 'send-back' ? LOUD : BY_MAIL, subject: '申请重新办理', opening };
}

/** Who did it themselves need no letter. */
export function setApartLetters({ receipt, actor }: EventOf<'set-apart'>, { lead }: Case): readonly Letter[] {
  if (actor.kind === 'staff') return [];
  const opening = `信访人在后续来信中另行反映了另一地点的另一类问题，已另立一案（${receipt}）。确属本件的，由该件主办单位并案。`;
  return [{ kind: '补充', organ: lead, to: BY_MAIL, subject: '后续来信已另立一案', opening }];
}

export function reopenedLetter({ reason }: EventOf<'reopened'>, { lead }: Case): Letter {
  const opening = `该件已决定重新办理，请在期限内办结并答复。理由：${reason}`;
  return { kind: '重办', organ: lead, to: AT_ONCE, subject: '重新办理', opening };
}
