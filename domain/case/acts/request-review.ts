import * as z from 'zod';
import { dayOf, type Instant, instantAt } from '../../calendar/day.ts';
import { periodOn } from '../../law/cite.ts';
import { DaySchema, InstantSchema } from '../../stored.ts';
import { Name } from '../../text/entered.ts';
import { command, fact, notAllowed, staffAct } from '../act.ts';
import { withoutRequester } from '../answer/reopening-request.ts';
import { nextReviewer, nextStage, pendingReview, REVIEW_STAGES, whyTooLate, withReview } from '../answer/review.ts';
import type { Case } from '../case.ts';
import { whyNotYet } from '../handling/site-visits.ts';
import { receiptsOf } from '../people/complainants.ts';

/**
 * 请求复查、复核: whoever does not accept the answer of a petition asks the organ above. They write so on the progress page,
 * by the way they came, or on paper; staff register it, whatever the way. Of several whose complaints are joined each
 * has both stages of their own, one after the other. The period counts from the day on which the request came: the day
 * named; or when the same person wrote, since when they have asked for the case to be opened again, which they then ask
 * no more; or else now.
 */
export const requestReview = staffAct({
  name: '登记复查（复核）请求',
  command: command('request-review', () => ({
    /** Of the complaint whose sender asks; the one that opened the case if none is named. */
    receipt: Name.optional(),
    /** 收到请求之日. */
    on: DaySchema.optional(),
    /** 信访人收到书面答复之日, where that was later than the answer. */
    answerReceivedOn: DaySchema.optional(),
  })),
  fact: fact('review-requested', () => ({
    stage: z.enum(REVIEW_STAGES),
    organ: z.string(),
    by: z.string(),
    askedAt: InstantSchema,
    answerReceivedOn: DaySchema.optional(),
    /** Nobody else wants the case opened again. */
    endsRequest: z.boolean(),
  })),
  from: ['closed'],
  by: () => 'either',
  power: 'triage',

  obstacle(state, context) {
    if (state.procedure !== 'petition') return '不是依照信访程序办理的事项，请告知信访人答复中载明的救济途径';
    if (state.partOf) return '本件是拆分件，请对整件提出';
    if (pendingReview(state)) return state.absorbed?.length ? ONE_AT_A_TIME : '复查（复核）正在进行';
    const open = receiptsOf(state).filter((by) => nextStage(state, by) !== undefined);
    if (open.length === 0) return AFTER_BOTH;
    return open.some((by) => nextReviewer(state, by, context)) ? undefined : NO_REVIEWER;
  },

  decide(state, { receipt: by = state.id, on, answerReceivedOn }, context) {
    if (!receiptsOf(state).includes(by)) return notAllowed('本件没有这个编号的来信');
    const [stage, organ] = [nextStage(state, by), nextReviewer(state, by, context)];
    if (!stage) return notAllowed(AFTER_BOTH);
    if (!organ) return notAllowed(NO_REVIEWER);
    const askedAt = on ? instantAt(on, '00:00') : (sinceWhen(state, by) ?? context.now);
    const asked = dayOf(askedAt);
    const days = periodOn(stage, asked, context.statutes).count;
    const fault =
      whyNotYet(asked, context.now) ??
      (answerReceivedOn && whyNotYet(answerReceivedOn, context.now)) ??
      whyTooLate(state, { by, asked, received: answerReceivedOn, days }, context.calendar);
    if (fault) return notAllowed(fault);
    const endsRequest = state.reopeningAsked !== undefined && withoutRequester(state, by) === undefined;
    return [{ stage, organ, by, askedAt, answerReceivedOn, endsRequest }];
  },

  evolve: (state, { stage, organ, by, askedAt }) => ({
    ...state,
    ...withReview(state, { stage, organ, by, askedAt }),
    reopeningAsked: withoutRequester(state, by),
  }),
});

const ONE_AT_A_TIME = '复查（复核）正在进行；其他信访人提出的，作出意见后再登记，收到请求的日期不变';
const AFTER_BOTH = '已经复核，仍以同一事实和理由提出的，不再受理';
const NO_REVIEWER = '上一级机关不在名册中，请告知信访人向该机关提出';

/** When they first wrote since somebody asks for the case to be opened again. */
function sinceWhen({ reopeningAsked, followUps = [] }: Case, receipt: string): Instant | undefined {
  if (!reopeningAsked?.by.includes(receipt)) return undefined;
  const { since } = reopeningAsked;
  return followUps.find(({ to, at }) => to === receipt && at >= since)?.at ?? since;
}
