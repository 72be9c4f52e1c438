import * as z from 'zod';
import { dayOf, type Instant, instantAt } from '../../calendar/day.ts';
import { DaySchema, InstantSchema } from '../../stored.ts';
import { command, fact, Name, notAllowed, staffAct } from '../act.ts';
import type { Case } from '../case.ts';
import { stillAskedBy } from '../reopening.ts';
import { nextReviewer, nextStage, pendingReview, REVIEW_STAGES, tooLate } from '../review.ts';
import { notYet } from '../visits.ts';

/**
 * 请求复查、复核: whoever does not accept the answer of a petition asks the organ above. They write so on the progress page,
 * by the way they came, or on paper; staff register it, whatever the way. The period counts from the day on which the
 * request came: the day named; or when the same person wrote, since when they have asked for the case to be opened again,
 * which they then ask no more; or else now.
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
    if (pendingReview(state)) return '复查（复核）正在进行';
    if (nextStage(state) === undefined) return '已经复核，仍以同一事实和理由提出的，不再受理';
    return nextReviewer(state, context) ? undefined : '上一级机关不在名册中，请告知信访人向该机关提出';
  },

  decide(state, { receipt: by = state.id, on, answerReceivedOn }, context) {
    const isKnown = by === state.id || state.absorbed?.some(({ receipt }) => receipt === by);
    if (!isKnown) return notAllowed('本件没有这个编号的来信');
    const askedAt = on ? instantAt(on, '00:00') : (sinceWhen(state, by) ?? context.now);
    const fault =
      notYet(dayOf(askedAt), context.now) ??
      (answerReceivedOn && notYet(answerReceivedOn, context.now)) ??
      tooLate(state, dayOf(askedAt), answerReceivedOn);
    if (fault) return notAllowed(fault);
    const endsRequest = state.reopeningAsked !== undefined && askingBeside(state, by) === undefined;
    return [
      { stage: nextStage(state)!, organ: nextReviewer(state, context)!, by, askedAt, answerReceivedOn, endsRequest },
    ];
  },

  evolve: (state, { stage, organ, by, askedAt }) => ({
    ...state,
    review: { stage, organ, by, askedAt },
    reopeningAsked: askingBeside(state, by),
  }),
});

/** When they first wrote since somebody asks for the case to be opened again. */
function sinceWhen({ reopeningAsked, followUps = [] }: Case, receipt: string): Instant | undefined {
  if (!reopeningAsked?.by.includes(receipt)) return undefined;
  const { since } = reopeningAsked;
  return followUps.find(({ to, at }) => to === receipt && at >= since)?.at ?? since;
}

const askingBeside = ({ reopeningAsked }: Case, receipt: string): Case['reopeningAsked'] =>
  stillAskedBy(reopeningAsked, (one) => one !== receipt);
