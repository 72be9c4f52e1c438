import type * as z from 'zod';
import type { SendResult } from '../../usecases/notices/delivery/delivery.ts';

/** Gives up when it fires: made anew for each call. */
export type Patience = () => AbortSignal;

/** A call that hangs must end while the function can still write down that its outcome is unknown. */
export const TEN_SECONDS: Patience = () => AbortSignal.timeout(10_000);

export interface Post {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
}

/** The request never left. */
const NOT_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

/** The system's own reason why a request never left; undefined where it may have. */
export function reasonNotReached(error: unknown): string | undefined {
  const { code, cause } = error as { code?: string; cause?: { code?: string } };
  return [code, cause?.code].find((one) => one !== undefined && NOT_REACHED.includes(one));
}

/**
 * Posts once, and reads the JSON that comes back. Where none came, what that means for the message: `busy` if the
 * peer has surely taken nothing, else `unknown`. Reasons hold neither the address nor what was sent.
 */
export async function postOnce<Schema extends z.ZodType>(
  { url, headers, body }: Post,
  schema: Schema,
  patience: Patience,
): Promise<{ readonly kind: 'answered'; readonly answer: z.output<Schema> } | SendResult> {
  try {
    const init = { method: 'POST', redirect: 'error', signal: patience() } as const;
    const response = await fetch(url, { ...init, ...(headers && { headers }), ...(body !== undefined && { body }) });
    // 503 alone says that nothing was done (RFC 9110, 15.6.4).
    if (response.status === 503) return { kind: 'busy', reason: 'HTTP 503' };
    if (response.status >= 500) return { kind: 'unknown', reason: `HTTP ${response.status}` };
    return { kind: 'answered', answer: schema.parse(await response.json()) };
  } catch (error) {
    const reason = reasonNotReached(error);
    return reason ? { kind: 'busy', reason } : { kind: 'unknown', reason: (error as Error).name };
  }
}
