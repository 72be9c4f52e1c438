import type { Instant } from '../../domain/calendar/day.ts';
import { reviewBy } from '../../domain/case/answer/review.ts';
import type { Grade } from '../../domain/case/answer/satisfaction.ts';
import { obstacleToRating, ratingOf } from '../../domain/case/answer/satisfaction.ts';
import type { Case } from '../../domain/case/case.ts';
import { nextOwed, owedInWords } from '../../domain/case/clocks/owed-clocks.ts';
import type { CaseEvent } from '../../domain/case/events.ts';
import { isHiddenFromSender, type SendingRoster } from '../../domain/case/rights/authority.ts';
import { statusTextOf } from '../../domain/case/status-text.ts';
import type { Clock } from '../../domain/clocks/clock.ts';
import { type Policies, ruleOf } from '../../domain/clocks/policy.ts';
import { SET_LIMIT } from '../../domain/clocks/set-limit.ts';
import {
  jointMilestonesOf,
  jointNoticesTold,
  type Milestone,
  milestonesOf,
  type NoticeTold,
  noticesTold,
  undoneIn,
  within,
} from '../../domain/notices/complainants/milestones.ts';
import type { CaseReader } from '../cases/command-case.ts';
import { type CheckQueryCodeDeps, checkQueryCode, type Query } from './check-query-code.ts';
import { firstOf, isWithheld } from './handled-case.ts';
import { type PartShown, partsShown } from './parts-shown.ts';

export interface ShowProgressDeps extends CheckQueryCodeDeps {
  readonly cases: CaseReader;
  readonly policies: Policies;
  /** By it the organ is named, and a partner that a case accuses learns nothing of it. */
  readonly roster?: SendingRoster | undefined;
}

/**
 * What a complainant sees of their case, and of the one that it was joined to: how far it is, and the answer; no names,
 * no internal remarks, no other receipt.
 */
export interface Progress {
  readonly receipt: string;
  readonly status: string;
  readonly statusText: string;
  /** 承办单位: the name of the organ that has the case now. */
  readonly organ?: string | undefined;
  /** By when the complainant hears next: whether the case is taken up, or its answer. None once it has ended. */
  readonly answerBy?: Instant | undefined;
  /** What that is, in words to them: “办结并答复您”. */
  readonly awaited?: string | undefined;
  /** 指定期限: by when whoever handed it over wants the result, and when it was there. */
  readonly limit?: { readonly dueAt: Instant; readonly metAt?: Instant | undefined } | undefined;
  /** 拆分: its parts, where it was split. */
  readonly parts?: readonly PartShown[] | undefined;
  readonly timeline: readonly Milestone[];
  readonly answer?: string | undefined;
  /** 评价: what they said of the answer that stands, or that they may say it now. */
  readonly rating?: Grade | undefined;
  readonly mayRate?: true | undefined;
  /** 告知书: every notice, whole, in the words of its day. */
  readonly notices: readonly NoticeTold[];
}

/** Undefined for a receipt that does not exist as for a code that is wrong: who asks cannot tell which. */
export async function showProgress(
  typedReceipt: string,
  typedCode: string,
  deps: ShowProgressDeps,
): Promise<Progress | undefined> {
  const query = await checkQueryCode(typedReceipt, typedCode, deps);
  return query && (await progressOf(await firstOf(query, deps), deps));
}

async function progressOf(query: Query, { cases, policies, roster }: ShowProgressDeps): Promise<Progress> {
  const { receipt } = query;
  const [own, events] = await Promise.all([cases.load(receipt), cases.events(receipt)]);
  const line = own?.joinedTo === undefined ? [] : await joinedTo(own.joinedTo, cases);
  const received: Milestone = { at: query.receivedAt, text: '已收到您的投诉' };
  if (
    !own ||
    (roster &&
      isWithheld(
        own,
        line.map(({ state }) => state),
        roster,
      ))
  )
    return onlyReceived(query, received);
  const handled = asReadBy(receipt, line.at(-1)?.state ?? own, policies);
  const split = await partsShown(own, cases, roster);
  const { lang } = own.classification;
  const owed = nextOwed(handled, policies);
  const past = await toldWhileJoined(own, events, { cases, roster });
  return {
    receipt,
    status: own.status,
    statusText: statusTold(own, handled),
    organ: roster?.organs.get(handled.lead)?.name,
    answerBy: owed?.dueAt,
    awaited: owed && owedInWords(owed, policies),
    limit: limitOf(own),
    timeline: [
      received,
      ...inOrder([...milestonesOf(events, receipt), ...jointMilestonesOf(past, receipt), ...split.timeline]),
      ...line.flatMap((one) => jointMilestonesOf(one.events, receipt)),
    ],
    parts: split.parts.length > 0 ? split.parts : undefined,
    answer: handled.answer,
    ...ratingShown(handled, receipt),
    notices: [
      ...inOrder([...noticesTold(events, receipt, lang), ...jointNoticesTold(past, receipt, lang), ...split.notices]),
      ...line.flatMap((one) => jointNoticesTold(one.events, receipt, lang)),
    ],
  };
}

/** 撤销并案: what they were told of the other case while theirs was joined to it stays told. */
async function toldWhileJoined(
  { order }: Case,
  events: readonly CaseEvent[],
  { cases, roster }: Pick<ShowProgressDeps, 'cases' | 'roster'>,
): Promise<readonly CaseEvent[]> {
  const told = undoneIn(events).map(async (span) => {
    const line = await joinedTo(span.into, cases);
    const isClosed = line.some(({ state: { accused } }) => roster && isHiddenFromSender({ order, accused }, roster));
    return isClosed ? [] : line.flatMap((one) => within(span, one.events));
  });
  return (await Promise.all(told)).flat();
}

const inOrder = <One extends { readonly at: Instant }>(all: readonly One[]): readonly One[] =>
  all.toSorted((one, other) => one.at.localeCompare(other.at));

function ratingShown(handled: Case, receipt: string): Pick<Progress, 'rating' | 'mayRate'> {
  const said = ratingOf(handled, receipt);
  if (said) return { rating: said };
  return { mayRate: obstacleToRating(handled, receipt) === undefined ? true : undefined };
}

/** As before there is a case: nobody can tell that there is more. */
function onlyReceived({ receipt, answerBy }: Query, received: Milestone): Progress {
  const awaited = '书面告知您是否受理';
  return {
    ...{ receipt, status: 'received', statusText: '已收到，正在登记', answerBy, awaited },
    ...{ timeline: [received], notices: [] },
  };
}

function limitOf({ clocks }: Case): Progress['limit'] {
  const clock = clocks.find(({ name }) => name === SET_LIMIT);
  return clock && { dueAt: clock.dueAt, metAt: clock.stoppedAt };
}

interface Followed {
  readonly state: Case;
  readonly events: readonly CaseEvent[];
}

/** The case that this one was joined to, and where that one went in turn. */
async function joinedTo(caseId: string, cases: ShowProgressDeps['cases']): Promise<readonly Followed[]> {
  const [state, events] = await Promise.all([cases.load(caseId), cases.events(caseId)]);
  if (!state) return [];
  return [{ state, events }, ...(state.joinedTo === undefined ? [] : await joinedTo(state.joinedTo, cases))];
}

/** 复查、复核 of another complainant is not theirs to read: neither that it goes on, nor by when it is decided. */
function asReadBy(receipt: string, state: Case, policies: Policies): Case {
  const own = reviewBy(state, receipt);
  const isTheirs = (clock: Clock) => own === state.review || ruleOf(clock, policies)?.dutyOf !== 'reviewer';
  return { ...state, review: own, clocks: state.clocks.filter(isTheirs) };
}

function statusTold(own: Case, handled: Case): string {
  const text = statusTextOf(handled);
  return own.id === handled.id ? text : `${statusTextOf(own)}（${text}）`;
}
