import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Instant } from '../../../domain/calendar/day.ts';
import { addHours } from '../../../domain/calendar/day.ts';
import type { RateLimits } from '../../../domain/rate-limit.ts';
import type { UploadForm, UploadRule } from '../../../domain/upload.ts';
import type { PhotoOffer } from '../pages/photo-form.ts';
import { siteOf } from '../site.ts';

/** How many photos one complaint takes within a day. */
const A_DAY = { limit: 30, windowSeconds: 86_400 };
/** For how long a form is good, and the page to which its upload returns knows the upload. */
export const OFFER_HOURS = 2;

export interface PhotoOfferDeps {
  readonly limits: RateLimits;
  readonly uploadForm: (rule: UploadRule, now: Instant) => Promise<UploadForm>;
}

/** 128 bits that nobody can guess. */
export const newSecret = (): string => randomBytes(16).toString('base64url');

/** A key under which a file may be sent; whoever has it learns nothing by it. */
export const newUploadKey = (): string => `uploads/${newSecret()}`;

/** Whether that complaint may have one more photo today; counts it. */
export async function takePhoto(receipt: string, now: Instant, limits: RateLimits): Promise<boolean> {
  return (await limits.take(`photos:${receipt}`, A_DAY, now)).allowed;
}

/** The way to send one more photo to that complaint, which alone the object names: no address tells whose it is. */
export async function offerPhoto(
  receipt: string,
  event: APIGatewayProxyEventV2,
  now: Instant,
  { limits, uploadForm }: PhotoOfferDeps,
): Promise<PhotoOffer> {
  if (!(await takePhoto(receipt, now, limits))) return { form: undefined };
  const rule: UploadRule = {
    key: newUploadKey(),
    // A plain form cannot say what it will send; clean-photo looks.
    mediaType: 'application/octet-stream',
    until: addHours(now, OFFER_HOURS),
    receipt,
    returnTo: `${siteOf(event)}/photos`,
  };
  return { form: await uploadForm(rule, now) };
}
