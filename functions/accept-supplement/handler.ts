import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Submission } from '../../domain/complaint.ts';
import { type ProveQueryDeps, proveQuery } from '../../usecases/prove-query.ts';
import { bodyBytes, readInput, readJson, requireMediaType } from '../shared/body.ts';
import { count } from '../shared/count.ts';
import { type Answer, answering, json } from '../shared/http.ts';
import { formIdOf } from '../shared/idempotency.ts';
import { withinLimit } from '../shared/limit.ts';
import { inlineOriginal } from '../shared/original.ts';
import { Refusal } from '../shared/problem.ts';
import { receivedAt } from '../shared/time.ts';
import { acceptFromWeb, type WebAcceptanceDeps } from '../shared/web-acceptance.ts';
import { webLimit } from '../shared/web-limit.ts';
import { wordsKept } from '../shared/words.ts';
import { SupplementForm } from './supplement-form.ts';

const MAX_BYTES = 256 * 1024;

export interface AcceptSupplementDeps extends WebAcceptanceDeps, ProveQueryDeps {}

/** POST /v1/complaints/{receipt}/supplements: takes what a complainant adds, for whoever has the query code of the complaint. */
export const createHandler = (deps: AcceptSupplementDeps) =>
  answering((event) =>
    withinLimit(webLimit('queries', event, deps), receivedAt(event), deps.limits, () => answerOf(event, deps)),
  );

async function answerOf(event: APIGatewayProxyEventV2, deps: AcceptSupplementDeps): Promise<Answer> {
  const formId = formIdOf(event);
  requireMediaType(event, 'application/json');
  const bytes = bodyBytes(event, MAX_BYTES);
  const form = readInput(SupplementForm, readJson(bytes));
  const earlier = await proveQuery(event.pathParameters?.receipt ?? '', event.headers['x-query-code'] ?? '', deps);
  if (!earlier) {
    count('QueryRefused');
    throw new Refusal('no-such-complaint');
  }
  const submission = submissionFrom(form, earlier.receipt, formId, bytes);
  return acceptFromWeb(submission, event, deps, async (acceptance) => {
    if (acceptance.kind === 'accepted') {
      const { receipt: supplement, receivedAt: at } = acceptance.receipt;
      return json(202, { receipt: earlier.receipt, supplement, receivedAt: at });
    }
    count('IdempotencyConflict');
    throw new Refusal('idempotency-key-reused');
  });
}

/** Who sends it stays with the complaint: it is kept there once. */
function submissionFrom(
  form: z.output<typeof SupplementForm>,
  to: string,
  formId: string,
  bytes: Uint8Array,
): Submission {
  return {
    ...form,
    ...{ channel: 'web', sourceId: `supplement:${to}:${formId}`, anonymous: true },
    ...wordsKept(form.text),
    follows: { to, as: 'supplement' },
    original: inlineOriginal('application/json', bytes),
  };
}
