import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Submission } from '../../domain/complaint.ts';
import { type AcceptComplaintDeps, acceptComplaint } from '../../usecases/intake/accept-complaint.ts';
import type { Upload } from '../../usecases/intake/keep-upload.ts';
import { withinLimit } from '../shared/http/rate-limit.ts';
import { type WebLimitDeps, webLimit } from '../shared/http/web-rate-limit.ts';
import { pageAnswer, type Site } from '../shared/pages/page.ts';
import { pageOrProblem } from '../shared/pages/page-or-problem.ts';
import { type Position, photoPage, positionText, unknownPhotoPage } from '../shared/pages/photo-page.ts';
import { inlineOriginal } from '../shared/submission/original.ts';
import { offerPhoto, type PhotoOfferDeps } from '../shared/submission/photo-offer.ts';
import { followingAccepted } from '../shared/submission/traced-acceptance.ts';
import { readForm } from '../shared/submission/typed-form.ts';
import { receivedAt } from '../shared/time.ts';

export interface ShowPhotoDeps extends AcceptComplaintDeps, PhotoOfferDeps, WebLimitDeps {
  readonly site: Site;
  readonly inbox: { peek(key: string): Promise<Upload | undefined> };
  /** Where a photo says that it was taken. */
  readonly positionOf: (bytes: Uint8Array) => Position | undefined;
}

/**
 * GET /photos: the page to which S3 sends the browser back, naming the upload in the address and nothing else. Says
 * that it came, and offers its place. POST /photos: takes that place over into the complaint. Without the click it is
 * read, shown and forgotten.
 */
export const createHandler = (deps: ShowPhotoDeps) =>
  pageOrProblem(deps.site, (event) => {
    const now = receivedAt(event);
    return withinLimit(webLimit('uploads', event, deps), now, deps.limits, async () => {
      const isPosted = event.requestContext.http.method === 'POST';
      const key = isPosted ? readForm(event).value('key') : keyInAddress(event);
      const upload = await uploadNamed(key ?? '', now, deps);
      if (!upload) return pageAnswer(404, unknownPhotoPage, deps.site);
      const { receipt, position } = upload;
      const placed = isPosted && position !== undefined;
      if (placed) await acceptComplaint(submissionFrom(key!, receipt, position), now, followingAccepted(deps));
      const photo = await offerPhoto(receipt, event, now, deps);
      return pageAnswer(200, photoPage({ key: key!, position, placed }, photo), deps.site);
    });
  });

const keyInAddress = ({ queryStringParameters }: APIGatewayProxyEventV2) => queryStringParameters?.key;

/** Undefined alike for one that is not there, one that came with no complaint, and one whose time is over. */
async function uploadNamed(key: string, now: Instant, { inbox, positionOf }: ShowPhotoDeps) {
  const upload = /^uploads\/[\w-]{22}$/.test(key) ? await inbox.peek(key) : undefined;
  if (!upload?.receipt || (upload.offeredUntil ?? '') < now) return undefined;
  return { receipt: upload.receipt, position: positionOf(upload.bytes) };
}

/** Nobody but whoever sent the photo knows its key; the same click again is the same supplement. */
function submissionFrom(key: string, to: string, location: Position): Submission {
  const text = `照片里记录的拍摄地点：${positionText(location)}。投诉人同意用作投诉地点。`;
  return {
    channel: 'web',
    sourceId: `photo-place:${key}`,
    text,
    location,
    anonymous: true,
    attachments: [],
    flags: [],
    follows: { to, as: 'supplement' },
    original: inlineOriginal('text/plain; charset=utf-8', Buffer.from(text)),
  };
}
