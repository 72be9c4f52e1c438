import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { langOf } from '../../domain/text/english.ts';
import type { Acceptance } from '../../usecases/intake/accept-complaint.ts';
import { count } from '../shared/count.ts';
import type { Answer } from '../shared/http/http.ts';
import { complaintForm, type FormSettings, type FormState } from '../shared/pages/complaint-form.ts';
import { html } from '../shared/pages/html.ts';
import { pageAnswer, type Site } from '../shared/pages/page.ts';
import { pageOrProblem } from '../shared/pages/page-or-problem.ts';
import { receiptPage } from '../shared/pages/receipt-page.ts';
import { typedFormIdOf, typedKeyIn } from '../shared/submission/idempotency.ts';
import { offerPhoto, type PhotoOfferDeps } from '../shared/submission/photo-offer.ts';
import { type Checked, checked, isReachable, typedIn } from '../shared/submission/typed-complaint.ts';
import { readForm } from '../shared/submission/typed-form.ts';
import { acceptFromWeb, type WebAcceptanceDeps } from '../shared/submission/web-acceptance.ts';
import { receivedAt } from '../shared/time.ts';

export interface AcceptWebFormDeps extends WebAcceptanceDeps, PhotoOfferDeps {
  readonly site: Site;
  readonly form: FormSettings;
  readonly newKey: () => string;
}

/** A remark is worth a further click, an error a correction. */
const SENT_BEFORE = html`这份表单刚才已经提交过，内容和现在的不同。如果这是另一件投诉，请再点一次“提交投诉”；如果只是想补充前一件，请用<a href="/progress">查询进展</a>。`;
const LOOKS_LIKE_A_PROGRAM = html`页面上有一栏是不该填写的，可能是浏览器自动填上了，现在已经清空。您的投诉还没有提交，请再点一次“提交投诉”。`;

/**
 * POST /complaints: the form as a browser sends it. Answers with the receipt, or with the form as it was typed and what
 * is wrong with it.
 */
export const createHandler = (deps: AcceptWebFormDeps) =>
  pageOrProblem(deps.site, async (event) => {
    const form = readForm(event);
    const typed = typedIn(form);
    const again = (status: number, state: Omit<FormState, 'key' | 'typed'>, key = deps.newKey()) =>
      pageAnswer(status, complaintForm({ key, typed, ...state }, deps.form, deps.site), deps.site);

    if (form.value('subject_line') !== undefined) {
      count('FormTrapped');
      return again(422, { remark: LOOKS_LIKE_A_PROGRAM });
    }
    const result = checked(typed, form, { channel: 'web', sourceId: typedFormIdOf(form, event) });
    if (result.kind === 'wrong') return again(422, { errors: result.errors }, typedKeyIn(form));
    return acceptFromWeb(result.submission, event, deps, async (acceptance) => {
      if (acceptance.kind === 'accepted') return receiptAnswer(acceptance, result, event, deps);
      return again(422, { remark: SENT_BEFORE });
    });
  });

async function receiptAnswer(
  { receipt }: Acceptance & { kind: 'accepted' },
  { notes, submission }: Checked & { kind: 'right' },
  event: APIGatewayProxyEventV2,
  deps: AcceptWebFormDeps,
): Promise<Answer> {
  const photo = await offerPhoto(receipt.receipt, event, receivedAt(event), deps);
  const unused = { notes, isReachable: isReachable(submission) };
  return pageAnswer(200, receiptPage(receipt, photo, unused, deps.site, langOf(submission.text)), deps.site);
}
