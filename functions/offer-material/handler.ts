import * as z from 'zod';
import { type OfferMaterialDeps, offerMaterial } from '../../usecases/staff/offer-material.ts';
import { jsonBody } from '../shared/http/body.ts';
import { json } from '../shared/http/http.ts';
import { Refusal } from '../shared/http/problem.ts';
import { deskOf, type Work } from '../shared/staff/desk.ts';
import { idOf } from '../shared/staff/staff.ts';
import type { UploadOffer } from '../shared/submission/upload-offer.ts';
import { receivedAt } from '../shared/time.ts';

export const MaterialRequest = z.object({
  /** What will be sent. Photos are cleaned of what they tell of their maker; documents are kept as they come. */
  mediaType: z.enum([
    'image/jpeg',
    'image/png',
    'image/webp',
    'image/heic',
    'image/avif',
    'video/mp4',
    'audio/mp4',
    'application/pdf',
    'application/ofd',
    'application/msword',
    'application/vnd.ms-excel',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]),
});

const ROUTES: Readonly<Record<string, Work<OfferMaterialDeps>>> = {
  'POST /v1/cases/{id}/uploads': async (event, staff, deps) => {
    const { mediaType } = jsonBody(MaterialRequest, event, { maxBytes: 4_096 });
    const offer = await offerMaterial({ caseId: idOf(event), mediaType }, staff, receivedAt(event), deps);
    if (offer.kind === 'unknown') throw new Refusal('unknown-case');
    if (offer.kind === 'refused') throw new Refusal(offer.reason, { detail: offer.detail });
    return json(200, { key: offer.key, ...offer.form, expiresAt: offer.until } satisfies z.input<typeof UploadOffer>);
  },
};

/** The way by which staff send a photo or a document for a case. */
export const createHandler = deskOf(ROUTES);
