import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod';
import { unauthenticated } from '../http/unauthenticated.ts';

/** Tells whether one of the secrets signed exactly these bytes near that time. */
export type IsSignedBy = (
  secrets: readonly string[],
  request: { readonly headers: Readonly<Record<string, string | undefined>>; readonly body: Uint8Array },
  nowMs: number,
) => boolean;

/** The live secrets of one sender: two while it rotates. 24 to 64 bytes in base64, as the specification asks. */
export const WebhookSecrets = z.object({
  secrets: z.array(z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/)).min(1),
});

export interface RelayDeps {
  readonly relay: () => Promise<z.output<typeof WebhookSecrets>>;
  readonly isSignedBy: IsSignedBy;
}

/** Refuses (401) a body that our mail relay did not sign. */
export async function requireRelay(
  event: APIGatewayProxyEventV2,
  body: Uint8Array,
  { relay, isSignedBy }: RelayDeps,
): Promise<void> {
  const { secrets } = await relay();
  if (!isSignedBy(secrets, { headers: event.headers, body }, event.requestContext.timeEpoch))
    throw unauthenticated('signature-invalid');
}
