import { dayOf } from '../calendar/day.ts';
import { STAGE_TEXT } from '../case/answer/review.ts';
import type { Case } from '../case/case.ts';
import type { CaseEvent, EventOf } from '../case/events.ts';
import { receiptOf } from '../case/handling/splitting.ts';
import { dateText } from '../notices/date-words.ts';
import { officialLetterOf } from '../notices/outside/official-letter.ts';
import { missingIn } from '../procedure/answer.ts';
import type { Procedure } from '../procedure/procedures.ts';
import { type ElementName, missingFrom } from '../texts/elements.ts';
import type { Draft, PaperRules } from './paper.ts';

/** 救济途径: an answer by any other procedure names one. */
const WITHOUT_REMEDY: readonly (Procedure | undefined)[] = ['suggestion', 'legal-ways'];

type Type = Exclude<CaseEvent['type'], 'unrecognised'>;

interface Kind<T extends Type> {
  /** As a list of papers calls it. */
  readonly name: string;
  /** Of what it tells: the last of its kind. */
  readonly event: T;
  /** Only what was told to whoever complained: the others are no business of theirs. */
  readonly toldOnly?: true;
  /** What has to be done before. */
  readonly after: string;
  draft(event: EventOf<T>, state: Case, rules: PaperRules): Draft;
}

const kind = <T extends Type>(one: Kind<T>): Kind<T> => one;

/** What stands on paper of what was told the complainant, word for word, and what it lacks. */
function told(event: CaseEvent, state: Case, title: string, elements: readonly ElementName[]): Draft {
  const receipt = receiptOf(state);
  const notice = event.told?.notice;
  const received = `您提交的生态环境信访件（登记编号：${receipt}，收到日期：${dateText(dayOf(state.receivedAt))}）收悉。`;
  const text = notice?.text ?? '';
  return {
    organ: notice?.organ ?? '',
    title,
    addressee: `信访人（登记编号：${receipt}）`,
    paragraphs: [received, ...text.split('\n')],
    at: event.at,
    receipt,
    missing: notice ? missingFrom(text, elements) : ['告知的内容'],
  };
}

/** 函、督办单, to another office, in the words in which it was sent. */
function letter(event: EventOf<'transferred' | 'order-issued'>, state: Case, rules: PaperRules): Draft {
  const { title = '', from = '', to = '', paragraphs = [], number } = officialLetterOf(event, state, rules) ?? {};
  return {
    organ: from,
    title,
    addressee: to,
    paragraphs: number === undefined ? paragraphs : [`文号：${number}`, ...paragraphs],
    at: event.at,
    receipt: state.id,
    missing: paragraphs.length > 0 ? [] : ['函件的内容'],
  };
}

function answerPaper(event: EventOf<'closed'>, state: Case): Draft {
  const { procedure } = state;
  const title = procedure === 'petition' ? '信访事项处理意见书' : '信访事项答复意见书';
  const paper = told(
    event,
    state,
    title,
    WITHOUT_REMEDY.includes(procedure) ? ['接收情况'] : ['接收情况', '不服的途径'],
  );
  return { ...paper, missing: [...missingIn(event, procedure), ...paper.missing] };
}

/** Every paper there is, by the event that it is made of. */
const KINDS = {
  accepted: kind({
    name: '受理告知书',
    event: 'accepted',
    after: '受理',
    draft: (event, state) =>
      told(event, state, '信访事项受理告知书', ['接收情况', '办理途径和程序', '办理期限', '法律依据']),
  }),
  declined: kind({
    name: '不予受理等告知书',
    event: 'declined',
    after: '作出不予受理等决定',
    draft: (event, state) =>
      told(event, state, `信访事项${event.told?.notice?.status ?? '不予受理'}告知书`, ['接收情况', '理由', '法律依据']),
  }),
  'transfer-notice': kind({
    name: '移送告知书',
    event: 'transferred',
    after: '移送',
    draft: (event, state) => told(event, state, '信访事项移送告知书', ['接收情况', '去向', '法律依据']),
  }),
  'transfer-letter': kind({ name: '移送函', event: 'transferred', after: '移送', draft: letter }),
  'supervision-order': kind({ name: '督办单', event: 'order-issued', after: '发出督办单', draft: letter }),
  extended: kind({
    name: '延期告知书',
    event: 'extended',
    toldOnly: true,
    after: '批准延期',
    draft: (event, state) => told(event, state, '信访事项延长办理期限告知书', ['延长后的期限', '理由']),
  }),
  answer: kind({ name: '答复（处理）意见书', event: 'closed', after: '签发答复', draft: answerPaper }),
  'review-notice': kind({
    name: '复查（复核）请求告知书',
    event: 'review-requested',
    after: '登记复查（复核）请求',
    draft: (event, state) =>
      told(event, state, `信访事项${STAGE_TEXT[event.stage]}请求告知书`, ['受理机关和期限', '法律依据']),
  }),
  'review-opinion': kind({
    name: '复查（复核）意见书',
    event: 'review-decided',
    after: '作出复查（复核）意见',
    draft: (event, state) => told(event, state, `信访事项${STAGE_TEXT[event.stage]}意见书`, ['复查复核意见']),
  }),
};

export type PaperKind = keyof typeof KINDS;
export const PAPER_KINDS = Object.keys(KINDS) as readonly PaperKind[];

/** A paper of a case, and what must be done or said before it can be drawn. */
export interface CasePaper {
  readonly kind: PaperKind;
  readonly name: string;
  readonly draft?: Draft | undefined;
  /** Empty where it can be drawn. */
  readonly missing: readonly string[];
}

/** Every paper of the case: those of what happened more than once tell of the last time. */
export const papersOf = (state: Case, events: readonly CaseEvent[], rules: PaperRules): readonly CasePaper[] =>
  PAPER_KINDS.map((one) => {
    const { name, event: type, toldOnly, after, draft: draw } = KINDS[one] as Kind<Type>;
    const event = events.findLast(
      (candidate): candidate is EventOf<Type> =>
        candidate.type === type && (toldOnly === undefined || candidate.told?.notice !== undefined),
    );
    const draft = event && draw(event, state, rules);
    return { kind: one, name, draft, missing: draft?.missing ?? [`尚未${after}`] };
  });
