import { ProofSchema } from '../../domain/audit/proof.ts';
import { moment } from '../../domain/notices/date-words.ts';
import { type Counting, type ShowProofDeps, showProof } from '../../usecases/complainants/show-proof.ts';
import { type Answer, answering, json } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { refuseStranger } from '../shared/http/query-refused.ts';
import type { WebLimitDeps } from '../shared/http/web-rate-limit.ts';
import { pageAnswer, type Site } from '../shared/pages/page.ts';
import { pageOrProblem } from '../shared/pages/page-or-problem.ts';
import { proofPage } from '../shared/pages/proof-page.ts';
import { queryRefusedPage } from '../shared/pages/query-refused-page.ts';
import { readForm } from '../shared/submission/typed-form.ts';
import { receivedAt } from '../shared/time.ts';

export interface ShowProofHandlerDeps extends ShowProofDeps, WebLimitDeps {
  readonly site: Site;
}

/** What GET /v1/complaints/{receipt}/proof answers. */
export const ProofView = ProofSchema;

/**
 * GET /v1/complaints/{receipt}/proof, for programs; POST /progress/proof, for people: that a complaint stands in the
 * ledger of its day, for whoever has the query code.
 */
export function createHandler(deps: ShowProofHandlerDeps): ReturnType<typeof answering> {
  const [forPrograms, forPeople] = [proofAnswer(deps), proofPageAnswer(deps)];
  return (event, context) =>
    event.requestContext.http.method === 'POST' ? forPeople(event, context) : forPrograms(event, context);
}

const proofAnswer = (deps: ShowProofHandlerDeps) =>
  answering(async (event) => {
    const { pathParameters, headers } = event;
    const [receipt, code] = [pathParameters?.receipt ?? '', headers['x-query-code'] ?? ''];
    const counting = await showProof(receipt, code, receivedAt(event), deps);
    return counting ? json(200, provenBy(counting)) : refuseStranger(event, deps);
  });

/** Posted, so that neither receipt nor query code stands in an address. `as=file`: the proof alone, to be kept. */
const proofPageAnswer = (deps: ShowProofHandlerDeps) =>
  pageOrProblem(deps.site, async (event) => {
    const form = readForm(event);
    const [receipt, queryCode] = [form.value('receipt') ?? '', form.value('queryCode') ?? ''];
    const counting = await showProof(receipt, queryCode, receivedAt(event), deps);
    if (!counting) return refuseStranger(event, deps, () => queryRefusedPage(receipt, deps.site));
    if (form.value('as') === 'file') return fileOf(provenBy(counting));
    return pageAnswer(200, proofPage(counting, { queryCode, telephone: deps.site.organiser.telephone }), deps.site);
  });

function provenBy(counting: Counting) {
  if (counting.kind === 'counted') return counting.proof;
  const detail = counting.kind === 'pending' ? `${moment(counting.from)}之后再试` : undefined;
  throw new Refusal('not-counted', { detail });
}

function fileOf(proof: ReturnType<typeof provenBy>): Answer {
  const { headers, ...answer } = json(200, proof);
  const disposition = `attachment; filename="proof-${proof.receipt}.json"`;
  return { ...answer, headers: { ...headers, 'content-disposition': disposition } };
}
