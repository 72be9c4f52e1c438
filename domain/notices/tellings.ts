import type { CaseFact } from '../case/acts.ts';
import { type Case, runningClocks } from '../case/case.ts';
import { DECLINE_REASONS } from '../case/decline-reasons.ts';
import type { CaseEvent, EventOf } from '../case/events.ts';
import { STATUS_TEXT } from '../case/status.ts';
import { ruleOf } from '../clocks/policy.ts';
import { acknowledgements } from './acknowledgement.ts';
import { REVIEW, type Telling, toAbsorbed, toJoint, toOwn } from './complainant-letter.ts';
import { followUpMilestone, followUpNotices, refusalNotices } from './follow-up-notices.ts';
import type { Rules } from './matter-lines.ts';
import type { Notice } from './notice.ts';
import { deadline } from './words.ts';

/** What complainants hear of an event. */
interface Hearing<Event> {
  /** By letter. `state` is the case right after the event. */
  notices(event: Event, state: Case, rules: Rules): readonly Notice[];
  /** On the progress page of that receipt; undefined where it is not their business. */
  milestone(event: Event, receipt: string): string | undefined;
}

const nothing = { notices: () => [], milestone: () => undefined };

/** Told to everybody who complained of the matter. */
const toAll = (event: CaseEvent, state: Case, telling: Telling): readonly Notice[] => [
  ...toOwn(event, state, telling),
  ...toAbsorbed(event, state, telling),
];

/**
 * What is told to complainants, complete by type: taken up or not and why, passed on to whom, extended and why, and the
 * answer (条例 art. 23; 噪声污染防治法 art. 31; 12369办法 art. 8). Reminders, objections and reviews stay among the bureaus. One
 * notice each, by WeChat if they came that way, else by e-mail or text message; who left no address asks with receipt
 * and query code.
 */
const TELLINGS: { readonly [Type in CaseFact['type']]: Hearing<EventOf<Type>> } = {
  registered: { notices: acknowledgements, milestone: () => '已登记，转有关单位' },
  accepted: {
    /** Those whose complaint is joined to it have been told that theirs is handled with it. */
    notices: (event, state, rules) => toOwn(event, state, { status: '已受理', explanation: answerBy(state, rules) }),
    milestone: () => '已受理',
  },
  declined: {
    notices: (event, state) => {
      const explanation = `原因：${DECLINE_REASONS[event.reason]}。${event.explanation}`;
      return toAll(event, state, { status: '不予受理', explanation });
    },
    milestone: ({ reason }) => `不予受理：${DECLINE_REASONS[reason]}`,
  },
  transferred: {
    notices: (event, state) => {
      const explanation = `该事项属于${event.department}职责，已依法移送。${event.explanation}`;
      return toAll(event, state, { status: `已移送${event.department}`, explanation });
    },
    milestone: ({ department }) => `已移送${department}`,
  },
  joined: {
    notices: (event, state) =>
      toOwn(event, state, {
        status: '已与同一事项并案办理',
        explanation: '您反映的事项与正在办理的另一信访件为同一事项，已并案办理。办理结果同样会告知您。',
      }),
    milestone: () => '已与同一事项并案办理',
  },
  absorbed: { ...nothing, notices: (event, state) => lateNotices(event, state) },
  assigned: { ...nothing, milestone: () => '已转交有关单位办理' },
  reclassified: nothing,
  'place-corrected': nothing,
  'emergency-confirmed': nothing,
  objected: nothing,
  extended: {
    notices: (event, state) => {
      const explanation = `经批准，办理期限延长至${deadline(event.to)}。原因：${event.reason}`;
      return toAll(event, state, { status: '办理期限已延长', explanation });
    },
    milestone: ({ to }) => `办理期限延长至${deadline(to)}`,
  },
  reported: nothing,
  returned: nothing,
  closed: {
    notices: (event, state) => toAll(event, state, { status: '已办结', explanation: answered(event.answer) }),
    milestone: () => '已办结',
  },
  'followed-up': { notices: followUpNotices, milestone: followUpMilestone },
  reopened: {
    notices: (event, state, rules) =>
      toAll(event, state, { status: '已重新办理', explanation: answerBy(state, rules) }),
    milestone: () => '已重新办理',
  },
  'reopening-declined': {
    notices: refusalNotices,
    milestone: ({ askedBy }, receipt) => (askedBy.includes(receipt) ? '不予重新办理' : undefined),
  },
  chased: nothing,
  recomputed: nothing,
};

/** What complainants are told by letter because of an event. */
export function complainantNotices(event: CaseEvent, state: Case, rules: Rules): readonly Notice[] {
  if (event.type === 'unrecognised') return [];
  const hearing: Hearing<typeof event> = TELLINGS[event.type];
  return hearing.notices(event, state, rules);
}

/** What the progress page of that receipt says of an event; undefined for nothing. */
export function milestoneOf(event: CaseEvent, receipt: string): string | undefined {
  if (event.type === 'unrecognised') return undefined;
  const hearing: Hearing<typeof event> = TELLINGS[event.type];
  return hearing.milestone(event, receipt);
}

const answered = (answer: string): string => `答复意见：${answer}\n${REVIEW}`;

/** The case had ended when the other was joined to it: whoever sent that one hears the end at once. */
function lateNotices(event: EventOf<'absorbed'>, { status, answer }: Case): readonly Notice[] {
  if (!event.late || status === 'joined') return [];
  const explanation = answer === undefined ? '详情请向办理单位咨询。' : answered(answer);
  return [toJoint(event, event, { status: STATUS_TEXT[status], explanation })];
}

function answerBy(state: Case, { policies }: Rules): string {
  const owed = runningClocks(state).find((clock) => ruleOf(clock, policies)?.owedTo === 'complainant');
  return owed ? `我们将在${deadline(owed.dueAt)}前办结并答复您。` : '办结后将答复您。';
}
