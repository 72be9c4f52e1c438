import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Submission } from '../../domain/complaint.ts';
import { type AcceptComplaintDeps, acceptComplaint } from '../../usecases/accept-complaint.ts';
import { bodyBytes, readInput, readJson } from '../shared/body.ts';
import { count } from '../shared/count.ts';
import { answering, json } from '../shared/http.ts';
import { inlineOriginal } from '../shared/original.ts';
import { Refusal } from '../shared/problem.ts';
import { receivedAt } from '../shared/time.ts';
import type { IsSignedBy } from '../shared/webhook.ts';
import { wordsKept } from '../shared/words.ts';
import { Envelope, PartnerOrder, type PartnerSecrets } from './partner-order.ts';

export interface AcceptPartnerComplaintDeps extends AcceptComplaintDeps {
  readonly partners: () => Promise<z.output<typeof PartnerSecrets>>;
  readonly isSignedBy: IsSignedBy;
}

const MAX_BYTES = 256 * 1024;

/** An unknown partner costs as much time as a wrong signature, so names cannot be tried out. */
const NOBODY = { secrets: ['whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'] };

/** POST /v1/channels/partners/{partner}: takes a complaint that a partner hands over, signed after Standard Webhooks. */
export const createHandler = (deps: AcceptPartnerComplaintDeps) =>
  answering(async (event) => {
    const body = bodyBytes(event, MAX_BYTES);
    const partner = await authenticate(event, body, deps);
    const submission = submissionFrom(readOrder(readJson(body)), partner, body);
    const acceptance = await acceptComplaint(submission, receivedAt(event), deps);
    if (acceptance.kind === 'accepted') return json(202, acceptance.receipt);
    throw new Refusal('external-id-reused');
  });

/** The partner's name, once its signature proved it. Own properties only: "constructor" is no partner. */
async function authenticate(event: APIGatewayProxyEventV2, body: Uint8Array, deps: AcceptPartnerComplaintDeps) {
  const name = event.pathParameters?.partner ?? '';
  const partners = await deps.partners();
  const known = Object.hasOwn(partners, name) ? partners[name] : undefined;
  const { secrets } = known ?? NOBODY;
  const isSigned = deps.isSignedBy(secrets, { headers: event.headers, body }, event.requestContext.timeEpoch);
  if (known && isSigned) return name;
  count('SignatureRefused');
  throw new Refusal('signature-invalid');
}

function readOrder(value: unknown): z.output<typeof PartnerOrder> {
  const { type } = readInput(Envelope, value);
  if (type === 'complaint.submitted') return readInput(PartnerOrder, value);
  throw new Refusal('unknown-type');
}

function submissionFrom({ data }: z.output<typeof PartnerOrder>, partner: string, body: Uint8Array): Submission {
  const { externalId, ...matter } = data;
  return {
    ...matter,
    channel: 'partner',
    partner,
    sourceId: `${partner}:${externalId}`,
    anonymous: !Object.values(data.contact ?? {}).some(Boolean),
    attachments: [],
    ...wordsKept(data.text),
    original: inlineOriginal('application/json', body),
  };
}
