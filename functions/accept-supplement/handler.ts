import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { type CheckQueryCodeDeps, checkQueryCode } from '../../usecases/complainants/check-query-code.ts';
import { bodyBytes, readInput, readJson, requireMediaType } from '../shared/body.ts';
import { type Answer, answering, json } from '../shared/http.ts';
import { formIdOf } from '../shared/idempotency.ts';
import { withinLimit } from '../shared/limit.ts';
import { inlineOriginal } from '../shared/original.ts';
import { Refusal } from '../shared/problem.ts';
import { queryRefused } from '../shared/query-refused.ts';
import { receivedAt } from '../shared/time.ts';
import { acceptFromWeb, type WebAcceptanceDeps } from '../shared/web-acceptance.ts';
import { webLimit } from '../shared/web-limit.ts';
import { supplementOf } from './supplement.ts';
import { SupplementBody } from './supplement-body.ts';

export interface AcceptSupplementDeps extends WebAcceptanceDeps, CheckQueryCodeDeps {}

/** POST /v1/complaints/{receipt}/supplements: takes what a complainant adds, for whoever has the query code of the complaint. */
export const createHandler = (deps: AcceptSupplementDeps) =>
  answering((event) =>
    withinLimit(webLimit('queries', event, deps), receivedAt(event), deps.limits, () => answerOf(event, deps)),
  );

async function answerOf(event: APIGatewayProxyEventV2, deps: AcceptSupplementDeps): Promise<Answer> {
  const formId = formIdOf(event);
  requireMediaType(event, 'application/json');
  const bytes = bodyBytes(event);
  const form = readInput(SupplementBody, readJson(bytes));
  const earlier = await checkQueryCode(event.pathParameters?.receipt ?? '', event.headers['x-query-code'] ?? '', deps);
  if (!earlier) throw queryRefused();
  const submission = supplementOf(form, earlier.receipt, formId, inlineOriginal('application/json', bytes));
  return acceptFromWeb(submission, event, deps, async (acceptance) => {
    if (acceptance.kind === 'accepted') {
      const { receipt: supplement, receivedAt: at } = acceptance.receipt;
      return json(202, { receipt: earlier.receipt, supplement, receivedAt: at });
    }
    throw new Refusal('idempotency-key-reused');
  });
}
