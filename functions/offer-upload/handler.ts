import * as z from 'zod';
import { addHours } from '../../domain/calendar/day.ts';
import { jsonBody } from '../shared/http/body.ts';
import { answering, json } from '../shared/http/http.ts';
import { withinLimit } from '../shared/http/rate-limit.ts';
import { type WebLimitDeps, webLimit } from '../shared/http/web-rate-limit.ts';
import { newUploadKey, OFFER_HOURS, type PhotoOfferDeps } from '../shared/submission/photo-offer.ts';
import type { UploadOffer } from '../shared/submission/upload-offer.ts';
import { receivedAt } from '../shared/time.ts';

export const UploadRequest = z.object({
  /** What will be sent; a file that is no photo is kept, and set aside for a person to look at. */
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/avif']),
});

/** POST /v1/uploads: a form by which one file is sent straight to the bucket, to be named in a complaint afterwards. */
export const createHandler = (deps: PhotoOfferDeps & WebLimitDeps) =>
  answering((event) => {
    const now = receivedAt(event);
    return withinLimit(webLimit('uploads', event, deps), now, deps.limits, async () => {
      const { mediaType } = jsonBody(UploadRequest, event, { maxBytes: 4_096 });
      const [key, until] = [newUploadKey(), addHours(now, OFFER_HOURS)];
      const form = await deps.uploadForm({ key, mediaType, until }, now);
      return json(200, { key, ...form, expiresAt: until } satisfies z.input<typeof UploadOffer>);
    });
  });
