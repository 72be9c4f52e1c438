import * as z from 'zod';

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
