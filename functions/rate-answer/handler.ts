import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { REASONS } from '../../domain/case/answer/satisfaction.ts';
import { type RateAnswerDeps, rateAnswer, type Said } from '../../usecases/complainants/rate-answer.ts';
import { bodyBytes, readInput, readJson, requireMediaType } from '../shared/http/body.ts';
import { fieldErrorsOf } from '../shared/http/field-errors.ts';
import { answering, json } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { refuseStranger } from '../shared/http/query-refused.ts';
import type { WebLimitDeps } from '../shared/http/web-rate-limit.ts';
import { pageAnswer, type Site } from '../shared/pages/page.ts';
import { pageOrProblem } from '../shared/pages/page-or-problem.ts';
import { queryRefusedPage } from '../shared/pages/query-refused-page.ts';
import { ratedPage, ratingAgain } from '../shared/pages/rating-form.ts';
import { readForm, type TypedForm } from '../shared/submission/typed-form.ts';
import { receivedAt } from '../shared/time.ts';
import { RatingBody } from './rating-body.ts';

export interface RateAnswerHandlerDeps extends RateAnswerDeps, WebLimitDeps {
  readonly site: Site;
  readonly newKey: () => string;
}

/** POST /v1/complaints/{receipt}/rating, for programs; POST /ratings, for people: 满意度评价, by whoever has the query code. */
export function createHandler(deps: RateAnswerHandlerDeps): ReturnType<typeof answering> {
  const [forPrograms, forPeople] = [ratingAnswer(deps), ratingPageAnswer(deps)];
  return (event, context) =>
    event.pathParameters?.receipt === undefined ? forPeople(event, context) : forPrograms(event, context);
}

const ratingAnswer = (deps: RateAnswerHandlerDeps) =>
  answering(async (event) => {
    requireMediaType(event, 'application/json');
    const said = readInput(RatingBody, readJson(bodyBytes(event)));
    const [receipt, code] = [event.pathParameters?.receipt ?? '', event.headers['x-query-code'] ?? ''];
    const outcome = await rateAnswer(receipt, code, said, receivedAt(event), deps);
    if (!outcome) return refuseStranger(event, deps);
    if (outcome.kind === 'refused') throw new Refusal('not-allowed', { detail: outcome.detail });
    return json(200, { receipt: outcome.receipt, grade: outcome.grade });
  });

/** Posted, so that neither receipt nor query code stands in an address. */
const ratingPageAnswer = (deps: RateAnswerHandlerDeps) =>
  pageOrProblem(deps.site, async (event) => {
    const form = readForm(event);
    const [receipt, queryCode] = [form.value('receipt') ?? '', form.value('queryCode') ?? ''];
    const checked = RatingBody.safeParse({ grade: form.value('grade'), reasons: reasonsIn(form) });
    const again = (error: string) => pageAnswer(422, ratingAgain({ receipt, queryCode, error }), deps.site);
    if (!checked.success) return again(fieldErrorsOf(checked.error)[0]!.detail);
    return await shown(checked.data, { receipt, queryCode, again }, event, deps);
  });

interface Asking {
  readonly receipt: string;
  readonly queryCode: string;
  readonly again: (error: string) => ReturnType<typeof pageAnswer>;
}

async function shown(
  said: Said,
  { receipt, queryCode, again }: Asking,
  event: APIGatewayProxyEventV2,
  deps: RateAnswerHandlerDeps,
) {
  const outcome = await rateAnswer(receipt, queryCode, said, receivedAt(event), deps);
  if (!outcome) return refuseStranger(event, deps, () => queryRefusedPage(receipt, deps.site));
  if (outcome.kind === 'refused') return again(outcome.detail);
  const supplement = { receipt, queryCode, key: deps.newKey() };
  return pageAnswer(200, ratedPage(outcome.grade, supplement, deps.site), deps.site);
}

const reasonsIn = (form: TypedForm): readonly string[] =>
  Object.keys(REASONS).filter((reason) => form.value(`reason-${reason}`) !== undefined);
