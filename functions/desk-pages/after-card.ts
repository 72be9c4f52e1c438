import type { Instant } from '../../domain/calendar/day.ts';
import { REVIEW_DECISION_TEXT, reviewsOf, STAGE_TEXT } from '../../domain/case/answer/review.ts';
import { GRADE_TEXT, ratingsOf } from '../../domain/case/answer/satisfaction.ts';
import { MEDIATION_KINDS, MEDIATION_RESULTS } from '../../domain/case/handling/mediation.ts';
import { dateText, moment } from '../../domain/notices/date-words.ts';
import { type Html, html } from '../shared/pages/html.ts';
import type { CaseState } from './case-state.ts';

/** 与信访人: what was asked and whether it was answered, what they think of the answer, and who reviews it. */
export function afterCard({ file: { state }, events, organNameOf }: CaseState): Html | undefined {
  const { id, questions = [], mediations = [] } = state;
  const reviews = reviewsOf(state);
  const ratings = ratingsOf(state);
  if (questions.length + ratings.length + mediations.length + reviews.length === 0) return undefined;
  return html`<div class="card" id="after"><h2>与信访人</h2>
${reviews.map(
  ({ by, stage, organ, askedAt, decidedAt, concludedAt }) =>
    html`<p>${STAGE_TEXT[stage]}${by !== id && `（${by}）`}：${organNameOf(organ)}，${moment(askedAt)}收到请求${decidedAt !== undefined && `，${moment(decidedAt)}${rulingAt(decidedAt, events)}`}${concludedAt !== undefined && '，已终结'}</p>`,
)}
${questions.map(
  ({ at, question, answeredAt, answer }) => html`<p class="hint">${moment(at)}询问</p>
<p class="said">${question}</p>
<p>${answeredAt === undefined ? '尚未答复' : `${moment(answeredAt)}答复，见来信${answer}`}</p>`,
)}
${mediations.map(
  ({ on, kind, result, performBy, performedOn }) =>
    html`<p>${dateText(on)}${MEDIATION_KINDS[kind]}${MEDIATION_RESULTS[result]}${performBy !== undefined && `，${dateText(performBy)}前履行`}${performedOn !== undefined && `，${dateText(performedOn)}已履行`}</p>`,
)}
${ratings.slice(-20).map(({ receipt, grade }) => html`<p>评价（${receipt}）：${GRADE_TEXT[grade]}，原因见办理经过</p>`)}</div>`;
}

function rulingAt(decidedAt: Instant, events: CaseState['events']): string {
  const decided = events.find(({ type, at }) => type === 'review-decided' && at === decidedAt);
  return decided?.type === 'review-decided' ? REVIEW_DECISION_TEXT[decided.ruling] : '已作出意见';
}
