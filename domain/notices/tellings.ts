import { dayOf } from '../calendar/day.ts';
import type { CaseFact } from '../case/acts.ts';
import type { Case } from '../case/case.ts';
import { nextOwed } from '../case/case-clocks.ts';
import { DECLINE_REASONS } from '../case/decline-reasons.ts';
import type { CaseEvent, EventOf } from '../case/events.ts';
import { PENALTY_RESULT_TEXT } from '../case/penalty.ts';
import { STATUS_TEXT } from '../case/status.ts';
import type { Told } from '../case/told.ts';
import { type LawOfDay, lawOn } from '../law/cite.ts';
import { organNamed } from '../organs.ts';
import { PROCEDURE_WORDS } from '../procedure/procedures.ts';
import { acknowledgements } from './acknowledgement.ts';
import { type Telling, toAbsorbed, toJoint, toOwn } from './complainant-letter.ts';
import { followUpMilestone, followUpNotices, received, refusalNotices, refused } from './follow-up-notices.ts';
import { placeOf, type Rules } from './matter-lines.ts';
import type { Notice } from './notice.ts';
import { reviewOf } from './remedies.ts';
import { deadline } from './words.ts';

/** What is said of an event: where the matter stands now, and what that means. */
type Said = Pick<Telling, 'status' | 'text'>;

/** What complainants hear of an event. */
interface Hearing<Event> {
  /** On the progress page; undefined for nothing. */
  milestone?(event: Event): string;
  /** By letter. `state` is the case right after the event, `law` that of its day. */
  notice?(event: Event, state: Case, rules: Rules, law: LawOfDay): Said | undefined;
  /** Who gets the letter: the first complainant alone unless said otherwise. */
  to?(event: Event, state: Case, telling: Telling, rules: Rules): readonly Notice[];
  /** Whether anybody is told; told unless said otherwise. */
  isTold?(event: Event): boolean;
  /** Whether it is their business; it is everybody's unless said otherwise. */
  concerns?(event: Event, receipt: string): boolean;
}

/** Told to everybody who complained of the matter. */
const toAll = (event: CaseEvent, state: Case, telling: Telling, { organiser }: Rules): readonly Notice[] => [
  ...toOwn(event, state, telling, organiser),
  ...toAbsorbed(event, state, telling, organiser),
];

/**
 * What is told to complainants, complete by type: taken up or not and why, passed on to whom, extended and why, and the
 * answer. Reminders, objections and reviews stay among the bureaus. One notice each, by WeChat if they came that way,
 * else by e-mail or text message; who left no address asks with receipt and query code.
 */
const TELLINGS: { readonly [Type in CaseFact['type']]: Hearing<EventOf<Type>> } = {
  registered: { milestone: () => '已登记，转有关单位' },
  accepted: {
    /** Those whose complaint is joined to it have been told that theirs is handled with it. */
    notice: (event, state, rules, law) => ({ status: '已受理', text: acceptedText(event, state, rules, law) }),
    milestone: () => '已受理',
  },
  declined: {
    notice({ reason, explanation }, _, __, law) {
      const { says, basis } = DECLINE_REASONS[reason];
      return { status: '不予受理', text: `原因：${says}。${explanation}\n依据：${law.cite(basis)}。` };
    },
    to: toAll,
    milestone: ({ reason }) => `不予受理：${DECLINE_REASONS[reason].says}`,
  },
  transferred: {
    notice: ({ department, explanation }, _, __, law) => ({
      status: `已移送${department}`,
      text: `该事项属于${department}职责，已依法移送。${explanation}\n依据：${law.cite('transfer')}。`,
    }),
    to: toAll,
    milestone: ({ department }) => `已移送${department}`,
  },
  joined: {
    notice: () => ({
      status: '已与同一事项并案办理',
      text: '您反映的事项与正在办理的另一信访件为同一事项，已并案办理。办理结果同样会告知您。',
    }),
    milestone: () => '已与同一事项并案办理',
  },
  absorbed: {
    notice: lateAnswer,
    to: (event, _, telling, { organiser }) => [toJoint(event, event, telling, organiser)],
  },
  assigned: { milestone: () => '已转交有关单位办理' },
  reclassified: {},
  objected: {},
  extended: {
    notice: ({ to, reason }) => ({
      status: '已延长办理期限',
      text: `经批准，办理期限延长至${deadline(to)}。原因：${reason}`,
    }),
    to: toAll,
    milestone: ({ to }) => `办理期限延长至${deadline(to)}`,
    /** How long the organ takes to decide on a file is its own business. */
    isTold: ({ clock }) => clock !== 'penalty-filing',
  },
  reported: {},
  returned: {},
  'violation-suspected': {},
  'penalty-filed': {
    notice: (_, { title }, __, law) => ({ status: '已立案查处', text: filedText(title, law) }),
    to: toAll,
    milestone: () => '已立案查处，结果另行告知',
  },
  'penalty-paused': {},
  'penalty-resumed': {},
  'penalty-ended': { milestone: ({ result }) => PENALTY_RESULT_TEXT[result] },
  closed: {
    notice: ({ answer }, _, __, law) => ({ status: '已办结', text: answered(answer, law) }),
    to: toAll,
    milestone: () => '已办结',
  },
  'followed-up': {
    notice: (event) => received(event),
    to: followUpNotices,
    milestone: followUpMilestone,
    concerns: ({ to }, receipt) => to === receipt,
  },
  reopened: {
    notice: (_, state, rules) => ({ status: '已决定重新办理', text: answerBy(state, rules) }),
    to: toAll,
    milestone: () => '已决定重新办理',
  },
  'reopening-declined': {
    notice: ({ reason }, state, _, law) => refused(reason, state, law),
    to: refusalNotices,
    milestone: () => '不予重新办理',
    concerns: ({ askedBy }, receipt) => askedBy.includes(receipt),
  },
  chased: {},
  recomputed: {},
};

/** What is told of an event, to be written down with it. `state` is the case right after it. */
export function toldOf(event: CaseEvent, state: Case, rules: Rules): Told | undefined {
  if (event.type === 'unrecognised') return undefined;
  const { milestone, notice, isTold }: Hearing<typeof event> = TELLINGS[event.type];
  if (isTold?.(event) === false) return undefined;
  const said = notice?.(event, state, rules, lawOn(dayOf(event.at), rules.statutes));
  if (!milestone && !said) return undefined;
  return { milestone: milestone?.(event), notice: said && { organ: speakerOf(event, state, rules), ...said } };
}

/** Who acted speaks; of what no person did, whoever has the case. */
function speakerOf({ actor }: CaseEvent, { lead }: Case, rules: Rules): string {
  return organNamed(actor.kind === 'staff' ? actor.organ : lead, rules).name;
}

/** What complainants are told by letter because of an event, in the words that were written down with it. */
export function complainantNotices(event: CaseEvent, state: Case, rules: Rules): readonly Notice[] {
  if (event.type === 'unrecognised') return [];
  if (event.type === 'registered') return acknowledgements(event, state, rules);
  const { to = ownOnly }: Hearing<typeof event> = TELLINGS[event.type];
  const telling = (event.told ?? toldOf(event, state, rules))?.notice;
  return telling ? to(event, state, telling, rules) : [];
}

const ownOnly = (event: CaseEvent, state: Case, telling: Telling, { organiser }: Rules): readonly Notice[] =>
  toOwn(event, state, telling, organiser);

/** Whether an event is the business of whoever complained under that receipt. */
export function isToldTo(receipt: string, event: CaseEvent): boolean {
  if (event.type === 'unrecognised') return false;
  const { concerns }: Hearing<typeof event> = TELLINGS[event.type];
  return concerns?.(event, receipt) ?? true;
}

/** Events of old releases hold no words: their line has not changed since. */
export function milestoneOf(event: CaseEvent): string | undefined {
  if (event.told || event.type === 'unrecognised') return event.told?.milestone;
  const { milestone }: Hearing<typeof event> = TELLINGS[event.type];
  return milestone?.(event);
}

const answered = (answer: string, law: LawOfDay): string => `答复意见：${answer}\n${reviewOf(law)}`;

/** The case had ended when the other was joined to it: whoever sent that one hears the end at once. */
function lateAnswer(event: EventOf<'absorbed'>, { status, answer }: Case, _: Rules, law: LawOfDay): Said | undefined {
  if (!event.late || status === 'joined') return undefined;
  const text = answer === undefined ? '详情请向办理单位咨询。' : answered(answer, law);
  return { status: STATUS_TEXT[status], text };
}

function answerBy(state: Case, { policies }: Rules): string {
  const owed = nextOwed(state, policies);
  return owed ? `我们将在${deadline(owed.dueAt)}前办结并答复您。` : '办结后将答复您。';
}

/** What was received, by which procedure and how it is handled, and until when. */
function acceptedText({ procedure }: EventOf<'accepted'>, state: Case, rules: Rules, law: LawOfDay): string {
  if (procedure === undefined) return answerBy(state, rules);
  const { name, way, basis } = PROCEDURE_WORDS[procedure];
  return `您反映的问题：${state.title}（${placeOf(state)}）。\n属于${name}，${way}（依据：${law.cite(basis)}）。\n${answerBy(state, rules)}`;
}

function filedText(title: string, law: LawOfDay): string {
  return `经初步审查，您反映的问题（${title}）涉嫌违法，我们已立案查处，处理结果另行告知您。\n按规定自立案之日起90日内作出处理决定；案情复杂的，可以依法延长；听证、监测、鉴定等时间不计算在内（依据：${law.cite('penalty-decision')}）。`;
}
