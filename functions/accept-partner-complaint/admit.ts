import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Partner } from '../../domain/partners/partner.ts';
import type { SecretEntries } from '../../usecases/operations/secret-entries.ts';
import { count } from '../shared/count.ts';
import { Refusal } from '../shared/http/problem.ts';
import { unauthenticated } from '../shared/http/unauthenticated.ts';
import type { IsSignedBy } from '../shared/submission/webhook.ts';
import type { PARTNERS_SECRET } from './partner-order.ts';

export interface AdmitDeps {
  readonly secrets: () => Promise<SecretEntries<z.output<typeof PARTNERS_SECRET.schema>>>;
  readonly partners: ReadonlyMap<string, Partner>;
  readonly isSignedBy: IsSignedBy;
}

/** An unknown partner costs as much time as a wrong signature, so names cannot be tried out. */
const NOBODY = { secrets: ['whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'], revoked: false };

/**
 * The partner that the path names, once its signature proved it: refuses a wrong one (401), and a right one of whoever
 * is revoked or no longer in the province file (403). Own properties only: "constructor" is no partner.
 */
export async function admit(event: APIGatewayProxyEventV2, body: Uint8Array, deps: AdmitDeps): Promise<Partner> {
  const name = event.pathParameters?.partner ?? '';
  const known = (await deps.secrets()).of(name);
  const { secrets, revoked } = known ?? NOBODY;
  const isSigned = deps.isSignedBy(secrets, { headers: event.headers, body }, event.requestContext.timeEpoch);
  if (!known || !isSigned) throw unauthenticated('signature-invalid');
  const partner = deps.partners.get(name);
  if (partner && !revoked) return partner;
  count('RevokedPartnerRefused');
  throw new Refusal('partner-revoked');
}
