import { dayOf } from '../../calendar/day.ts';
import type { CaseFact } from '../../case/acts.ts';
import { DECLINE_REASONS, refusalFor } from '../../case/answer/decline-reasons.ts';
import { isConcluded } from '../../case/answer/review.ts';
import type { Case } from '../../case/case.ts';
import type { CaseEvent, EventOf } from '../../case/events.ts';
import { PENALTY_RESULT_TEXT, PUBLICATION_TEXT } from '../../case/handling/penalty.ts';
import type { Told } from '../../case/told-complainants.ts';
import { SET_LIMIT } from '../../clocks/set-limit.ts';
import { lawOn } from '../../law/cite.ts';
import { organNamed } from '../../organs.ts';
import { deadline } from '../date-words.ts';
import type { Rules } from '../matter-lines.ts';
import type { Notice } from '../notice.ts';
import { toldIn, type Wording } from '../wording.ts';
import { acknowledgements } from './acknowledgement.ts';
import { AFTER_ANSWER_TELLINGS } from './after-answer-tellings.ts';
import { type Telling, toAll, toJoint, toOwn } from './complainant-letter.ts';
import { tell } from './complainant-texts.ts';
import {
  followUpMilestone,
  followUpNotices,
  kept,
  received,
  refusalNotices,
  refused,
  setApart,
  setApartMilestone,
  setApartNotices,
} from './follow-up-notices.ts';
import { OVERSIGHT_TELLINGS } from './oversight-tellings.ts';
import { RECTIFICATION_TELLINGS } from './rectification-tellings.ts';
import { REVIEW_TELLINGS } from './review-tellings.ts';
import type { Saying } from './telling-texts.ts';
import * as text from './telling-texts.ts';

/** What complainants hear of an event. */
interface Hearing<Event> {
  /** On the progress page; undefined for nothing. */
  milestone?(event: Event): string;
  /** By letter. `state` is the case right after the event. */
  notice?(event: Event, state: Case, saying: Saying): Wording | undefined;
  /** Who gets the letter: the first complainant alone unless said otherwise. */
  to?(event: Event, state: Case, telling: Telling, rules: Rules): readonly Notice[];
  /** Whether anybody is told; told unless said otherwise. */
  isTold?(event: Event): boolean;
  /** Whether it is their business; it is everybody's unless said otherwise. */
  concerns?(event: Event, receipt: string): boolean;
}

/**
 * What is told to complainants, complete by type: taken up or not and why, passed on to whom, extended and why, and the
 * answer. Reminders, objections and reviews stay among the bureaus. One notice each, by WeChat if they came that way,
 * else by e-mail or text message; who left no address asks with receipt and query code.
 */
const TELLINGS: { readonly [Type in CaseFact['type']]: Hearing<EventOf<Type>> } = {
  registered: { milestone: () => '已登记，转有关单位' },
  /** Those whose complaint is joined to it have been told that theirs is handled with it. */
  accepted: { notice: text.accepted, milestone: () => '已受理' },
  declined: {
    notice: text.declined,
    to: toAll,
    milestone: ({ reason }) => `${refusalFor(reason).status}：${DECLINE_REASONS[reason].says}`,
  },
  transferred: { notice: text.transferred, to: toAll, milestone: ({ department }) => `已移送${department}` },
  joined: {
    notice: () => tell('telling-joined', {}),
    milestone: () => '已与同一事项并案办理',
  },
  absorbed: {
    notice: text.lateAnswer,
    to: (event, _, telling, rules) => [toJoint(event, event, telling, rules)],
    concerns: ({ receipt: joined }, receipt) => joined === receipt,
  },
  unjoined: { notice: text.unjoined, milestone: () => '已撤销并案，恢复单独办理' },
  released: {},
  'taken-back': {},
  split: { notice: text.split, to: toAll, milestone: ({ parts }) => `已拆分为${parts.length}部分，分别办理` },
  'part-moved': {},
  'way-sent': {},
  'way-acknowledged': {},
  'way-answered': {},
  'way-unanswered': {},
  'whole-moved': {},
  assigned: { milestone: () => '已转交有关单位办理' },
  accused: {},
  'accused-corrected': {},
  reclassified: {},
  'place-corrected': {},
  objected: {},
  'incident-reported': {},
  'neighbours-informed': {},
  'return-agreed': {},
  'return-refused': {},
  extended: {
    notice: ({ to: due, reason }) => tell('telling-extended', { due, reason }),
    to: toAll,
    milestone: ({ to }) => `办理期限延长至${deadline(to)}`,
    /** How long the organ takes to decide on a file is its own business, and what its superior asked of it theirs. */
    isTold: ({ clock }) => clock !== 'penalty-filing' && clock !== SET_LIMIT,
  },
  'extension-requested': {},
  'extension-refused': {},
  reported: {},
  returned: {},
  'violation-suspected': {},
  'filing-declined': {},
  'penalty-filed': {
    notice: (_, state, saying) => text.filed(state, saying),
    to: toAll,
    milestone: () => '已立案查处，结果另行告知',
  },
  'penalty-paused': {},
  'penalty-resumed': {},
  'penalty-ended': { milestone: ({ result }) => PENALTY_RESULT_TEXT[result] },
  'penalty-published': { milestone: ({ outcome }) => `行政处罚决定${PUBLICATION_TEXT[outcome]}` },
  ...RECTIFICATION_TELLINGS,
  'closing-proposed': {},
  'closing-returned': {},
  ...OVERSIGHT_TELLINGS,
  ...REVIEW_TELLINGS,
  ...AFTER_ANSWER_TELLINGS,
  closed: {
    /** A part is told with the whole; its answer stands on the progress page until then. */
    notice: ({ answer }, state, saying) => (state.partOf ? undefined : text.closed(answer, state, saying)),
    to: toAll,
    milestone: () => '已办结',
  },
  'followed-up': {
    notice: (event, state, saying) =>
      isConcluded(state, event.to) ? kept(event, text.concludedText(saying)) : received(event, state),
    to: followUpNotices,
    milestone: followUpMilestone,
    concerns: ({ to }, receipt) => to === receipt,
  },
  reopened: {
    /** Whoever was told that their matter is not taken up hears now that it is, and by which procedure. */
    notice: (event, state, rules) =>
      event.procedure === undefined
        ? tell('telling-reopened', text.answerBy(state, rules))
        : text.accepted(event, state, rules),
    to: toAll,
    milestone: () => '已决定重新办理',
  },
  'reopening-declined': {
    notice: ({ reason }, state, saying) => refused(reason, state, text.remedyContext(state, saying), saying.texts),
    to: refusalNotices,
    milestone: () => '不予重新办理',
    concerns: ({ askedBy }, receipt) => askedBy.includes(receipt),
  },
  'set-apart': {
    notice: setApart,
    to: setApartNotices,
    milestone: setApartMilestone,
    concerns: ({ to }, receipt) => to === receipt,
  },
  noted: {},
  attached: {},
  'assistance-answered': {},
  'officer-named': {},
  'officer-changed': {},
  'contact-revealed': {},
  chased: {},
  recomputed: {},
};

/** What is told of an event, to be written down with it. `state` is the case right after it. */
export function toldOf(event: CaseEvent, state: Case, rules: Rules): Told | undefined {
  if (event.type === 'unrecognised') return undefined;
  const { milestone, notice, isTold }: Hearing<typeof event> = TELLINGS[event.type];
  if (isTold?.(event) === false) return undefined;
  const said = notice?.(event, state, { ...rules, law: lawOn(dayOf(event.at), rules.statutes) });
  if (!milestone && !said) return undefined;
  const telling = said && saidBy(speakerOf(event, state, rules), said, isReadInEnglish(state), rules);
  return { milestone: milestone?.(event), notice: telling };
}

/** Whether anybody who complained of it wrote in English. */
const isReadInEnglish = ({ classification, absorbed = [] }: Case): boolean =>
  [classification, ...absorbed].some(({ lang }) => lang === 'en');

function saidBy(organ: string, said: Wording, inEnglish: boolean, { texts }: Rules): Telling {
  const { subject: status, body: text, sms, english, template } = toldIn(said, texts);
  return { organ, status, text, ...(inEnglish && english && { english }), ...(sms !== undefined && { sms }), template };
}

/** Who acted speaks; of what no person did, whoever has the case. */
function speakerOf({ actor }: CaseEvent, { lead }: Case, rules: Rules): string {
  return organNamed(actor.kind === 'staff' ? actor.organ : lead, rules).name;
}

/** What complainants are told by letter because of an event, in the words that were written down with it. */
export function complainantNotices(event: CaseEvent, state: Case, rules: Rules): readonly Notice[] {
  if (event.type === 'unrecognised') return [];
  if (event.type === 'registered') return acknowledgements(event, state, rules);
  const { to = toOwn }: Hearing<typeof event> = TELLINGS[event.type];
  const telling = (event.told ?? toldOf(event, state, rules))?.notice;
  return telling ? to(event, state, telling, rules) : [];
}

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
