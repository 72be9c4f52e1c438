import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Submission } from '../../domain/complaint.ts';
import { type ProveQueryDeps, proveQuery } from '../../usecases/prove-query.ts';
import { SupplementForm } from '../accept-supplement/supplement-form.ts';
import { count } from '../shared/count.ts';
import { fieldErrorsOf } from '../shared/field-errors.ts';
import type { Answer } from '../shared/http.ts';
import { withinLimit } from '../shared/limit.ts';
import { inlineOriginal } from '../shared/original.ts';
import { pageAnswer, type Site } from '../shared/pages/page.ts';
import { progressForm, supplementAgain, supplementedPage } from '../shared/pages/progress-pages.ts';
import { showing } from '../shared/pages/showing.ts';
import { offerPhoto, type PhotoOfferDeps } from '../shared/photo-offer.ts';
import { PROBLEMS } from '../shared/problems.ts';
import { receivedAt } from '../shared/time.ts';
import { readForm, type TypedForm } from '../shared/typed-form.ts';
import { acceptFromWeb, type WebAcceptanceDeps } from '../shared/web-acceptance.ts';
import { webLimit } from '../shared/web-limit.ts';
import { wordsKept } from '../shared/words.ts';

export interface AcceptSupplementFormDeps extends WebAcceptanceDeps, PhotoOfferDeps, ProveQueryDeps {
  readonly site: Site;
  readonly newKey: () => string;
}

/** POST /supplements: what a complainant adds on the progress page, in words or by photos. */
export const createHandler = (deps: AcceptSupplementFormDeps) =>
  showing(deps.site, (event) =>
    withinLimit(webLimit('queries', event, deps), receivedAt(event), deps.limits, async () => {
      const form = readForm(event);
      const typed = form.value('receipt') ?? '';
      const earlier = await proveQuery(typed, form.value('queryCode') ?? '', deps);
      if (earlier) return answerOf(form, earlier.receipt, event, deps);
      count('QueryRefused');
      const { status, title } = PROBLEMS['no-such-complaint'];
      return pageAnswer(status, progressForm({ receipt: typed, refusal: title }), deps.site);
    }),
  );

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
  const checked = SupplementForm.safeParse({ text: text?.toWellFormed() });
  if (!checked.success)
    return again(text === undefined ? '请写下要补充的情况' : fieldErrorsOf(checked.error)[0]!.detail);
  const submission = submissionFrom(checked.data.text, receipt, form, event);
  return acceptFromWeb(submission, event, deps, async ({ kind }) =>
    kind === 'accepted'
      ? done(true)
      : again('这份补充刚才已经提交过，内容和现在的不同。如果是新的补充，请再点一次“提交补充”'),
  );
}

/** What proved the query is no part of what was said. */
function submissionFrom(words: string, to: string, form: TypedForm, event: APIGatewayProxyEventV2): Submission {
  const key = form.value('key') ?? event.requestContext.requestId;
  return {
    ...{ channel: 'web', sourceId: `supplement:${to}:form:${key.slice(0, 64)}`, anonymous: true, attachments: [] },
    ...wordsKept(words),
    follows: { to, as: 'supplement' },
    original: inlineOriginal('application/x-www-form-urlencoded', form.without('queryCode')),
  };
}
