import * as z from 'zod';
import type { Instant } from '../../domain/calendar/day.ts';
import { bodyBytes, readInput, readJson, requireMediaType, tooLarge } from '../shared/http/body.ts';
import { answering, json } from '../shared/http/http.ts';
import { type RelayDeps, requireRelay } from '../shared/submission/webhook.ts';
import { receivedAt } from '../shared/time.ts';

export interface OfferMailUploadDeps extends RelayDeps {
  readonly signUpload: (
    mail: { readonly key: string; readonly bytes: number; readonly sha256: string },
    seconds: number,
    now: Instant,
  ) => Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }>;
}

/** What accept-email reads at most; a longer one would only be set apart unread. */
const MAX_MAIL_BYTES = 45_000_000;
const GOOD_FOR_SECONDS = 900;

export const MailToUpload = z.object({
  /** Of the raw mail. */
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '须为64位小写十六进制'),
});

export const MailUploadOffer = z.object({
  id: z.string(),
  /** PUT the raw mail here, with these headers and no others of S3's, before it expires. */
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  expiresAt: z.iso.datetime(),
});

/**
 * POST /v1/channels/email/uploads: an address to which our relay may put one mail that is too long for POST
 * /v1/channels/email.
 */
export const createHandler = ({ signUpload, ...deps }: OfferMailUploadDeps) =>
  answering(async (event) => {
    requireMediaType(event, 'application/json');
    const body = bodyBytes(event, 4_096);
    await requireRelay(event, body, deps);
    const { bytes, sha256 } = readInput(MailToUpload, readJson(body));
    if (bytes > MAX_MAIL_BYTES) throw tooLarge(MAX_MAIL_BYTES);
    const { timeEpoch } = event.requestContext;
    const upload = { key: `mail/relay/${sha256}`, bytes, sha256 };
    const { url, headers } = await signUpload(upload, GOOD_FOR_SECONDS, receivedAt(event));
    const expiresAt = new Date(timeEpoch + GOOD_FOR_SECONDS * 1000).toISOString();
    return json(200, { id: sha256, url, headers, expiresAt } satisfies z.input<typeof MailUploadOffer>);
  });
