import { type CheckQueryCodeDeps, checkQueryCode } from '../../usecases/complainants/check-query-code.ts';
import { bodyBytes, readInput, readJson, requireMediaType } from '../shared/http/body.ts';
import { type Answer, answering, json } from '../shared/http/http.ts';
import { refuseStranger } from '../shared/http/query-refused.ts';
import type { WebLimitDeps } from '../shared/http/web-rate-limit.ts';
import { formIdOf, keyReused } from '../shared/submission/idempotency.ts';
import { inlineOriginal } from '../shared/submission/original.ts';
import { acceptFromWeb, type WebAcceptanceDeps } from '../shared/submission/web-acceptance.ts';
import { supplementOf } from './supplement.ts';
import { SupplementBody } from './supplement-body.ts';

export interface AcceptSupplementDeps extends WebAcceptanceDeps, WebLimitDeps, CheckQueryCodeDeps {}

/**
 * POST /v1/complaints/{receipt}/supplements: takes what a complainant adds, for whoever has the query code of the
 * complaint.
 */
export const createHandler = (deps: AcceptSupplementDeps) =>
  answering(async (event): Promise<Answer> => {
    const formId = formIdOf(event);
    requireMediaType(event, 'application/json');
    const bytes = bodyBytes(event);
    const form = readInput(SupplementBody, readJson(bytes));
    const earlier = await checkQueryCode(
      event.pathParameters?.receipt ?? '',
      event.headers['x-query-code'] ?? '',
      deps,
    );
    if (!earlier) return refuseStranger(event, deps);
    const submission = supplementOf(form, earlier.receipt, formId, inlineOriginal('application/json', bytes));
    return acceptFromWeb(submission, event, deps, async (acceptance) => {
      if (acceptance.kind === 'accepted') {
        const { receipt: supplement, receivedAt: at } = acceptance.receipt;
        return json(202, { receipt: earlier.receipt, supplement, receivedAt: at });
      }
      throw keyReused();
    });
  });
