import { type KeepUploadDeps, type Kept, keepUpload, waitNoLonger } from '../../usecases/intake/keep-upload.ts';
import { count } from '../shared/count.ts';
import { type BatchDeps, forEachMessage, mayWait } from '../shared/event-sources/batch.ts';
import { understood } from '../shared/event-sources/poison.ts';
import { followingAccepted } from '../shared/submission/traced-acceptance.ts';
import { sentAt } from '../shared/time.ts';
import { uploadsIn } from './upload-order.ts';

const COUNTED: Readonly<Partial<Record<Kept, string>>> = {
  kept: 'PhotoKept',
  'set-aside': 'UploadSetAside',
  refused: 'UploadRefused',
  missing: 'UploadMissing',
};

/** Queue "uploads": brings photos from the inbox into the evidence, without what they say of whoever took them. */
export const createHandler = (deps: KeepUploadDeps & BatchDeps) =>
  forEachMessage(async (record) => {
    for (const upload of understood(() => uploadsIn(record))) {
      const [now, following] = [sentAt(record), followingAccepted(deps)];
      let kept = await keepUpload(upload, now, following);
      // A program may name its upload a moment before it comes. One that never comes is nobody's fault but the
      // sender's, and staff must not wait for it.
      if (kept === 'missing' && mayWait(record)) throw new UploadNotThere();
      if (kept === 'missing') kept = await waitNoLonger(upload, now, following);
      const metric = COUNTED[kept];
      if (metric) count(metric);
    }
  }, deps);

class UploadNotThere extends Error {
  override readonly name = 'UploadNotThere';
}
