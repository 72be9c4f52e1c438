import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type CheckQueryCodeDeps, checkQueryCode } from '../../usecases/complainants/check-query-code.ts';
import { supplementOf } from '../accept-supplement/supplement.ts';
import { SupplementBody } from '../accept-supplement/supplement-body.ts';
import { fieldErrorsOf } from '../shared/http/field-errors.ts';
import type { Answer } from '../shared/http/http.ts';
import { refuseStranger } from '../shared/http/query-refused.ts';
import type { WebLimitDeps } from '../shared/http/web-rate-limit.ts';
import { pageAnswer, type Site } from '../shared/pages/page.ts';
import { pageOrProblem } from '../shared/pages/page-or-problem.ts';
import { supplementAgain, supplementedPage } from '../shared/pages/progress-pages.ts';
import { queryRefusedPage } from '../shared/pages/query-refused-page.ts';
import { typedFormIdOf } from '../shared/submission/idempotency.ts';
import { inlineOriginal } from '../shared/submission/original.ts';
import { offerPhoto, type PhotoOfferDeps } from '../shared/submission/photo-offer.ts';
import { readForm, type TypedForm } from '../shared/submission/typed-form.ts';
import { acceptFromWeb, type WebAcceptanceDeps } from '../shared/submission/web-acceptance.ts';
import { receivedAt } from '../shared/time.ts';

export interface AcceptSupplementFormDeps extends WebAcceptanceDeps, WebLimitDeps, PhotoOfferDeps, CheckQueryCodeDeps {
  readonly site: Site;
  readonly newKey: () => string;
}

/** POST /supplements: what a complainant adds on the progress page, in words or by photos. */
export const createHandler = (deps: AcceptSupplementFormDeps) =>
  pageOrProblem(deps.site, async (event) => {
    const form = readForm(event);
    const typed = form.value('receipt') ?? '';
    const earlier = await checkQueryCode(typed, form.value('queryCode') ?? '', deps);
    if (!earlier) return refuseStranger(event, deps, () => queryRefusedPage(typed, deps.site));
    return answerOf(form, earlier.receipt, event, deps);
  });

async function answerOf(
  form: TypedForm,
  receipt: string,
  event: APIGatewayProxyEventV2,
  deps: AcceptSupplementFormDeps,
): Promise<Answer> {
  const done = async (saved: boolean) => {
    const photo = await offerPhoto(receipt, event, receivedAt(event), deps);
    return pageAnswer(200, supplementedPage(saved, photo), deps.site);
  };
  const text = form.value('text');
  if (text === undefined && form.value('only') === 'photo') return done(false);
  const again = (error: string) => {
    const state = { receipt, queryCode: form.value('queryCode') ?? '', key: deps.newKey(), text, error };
    return pageAnswer(422, supplementAgain(state), deps.site);
  };
  const checked = SupplementBody.safeParse({ text: text?.toWellFormed() });
  if (!checked.success)
    return again(text === undefined ? '请写下要补充的情况' : fieldErrorsOf(checked.error)[0]!.detail);
  // What proved the query is no part of what was said.
  const original = inlineOriginal('application/x-www-form-urlencoded', form.without('queryCode'));
  const submission = supplementOf(checked.data, receipt, typedFormIdOf(form, event), original);
  return acceptFromWeb(submission, event, deps, async ({ kind }) =>
    kind === 'accepted'
      ? done(true)
      : again('这份补充刚才已经提交过，内容和现在的不同。如果是新的补充，请再点一次“提交补充”'),
  );
}
