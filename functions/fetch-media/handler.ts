import { type FetchMediaDeps, fetchMedia } from '../../usecases/intake/fetch-media.ts';
import { count } from '../shared/count.ts';
import { type BatchDeps, forEachMessage, isLastReceive } from '../shared/event-sources/batch.ts';
import { PoisonMessage, understood } from '../shared/event-sources/poison.ts';
import { logInfo } from '../shared/log.ts';
import { follow } from '../shared/trace.ts';
import { MediaRequest } from './media-request.ts';

/** Some media could not be had now; the message goes back to the queue and comes again. */
class MediaBusy extends Error {
  override readonly name = 'MediaBusy';
}

/**
 * Queue "media": fetches what WeChat or WeCom holds of a complaint. A call that only ops can help is not made again:
 * the message is set aside with the reason, to be sent again once it is put right (docs/runbook.md#media-dead-letters).
 */
export const createHandler = ({ setAside, ...deps }: FetchMediaDeps & BatchDeps) =>
  forEachMessage(
    async (record) => {
      const { receipt } = understood(() => MediaRequest.parse(JSON.parse(record.body)));
      follow(receipt);
      const fetched = await fetchMedia(receipt, deps);
      if (!fetched) throw new PoisonMessage('no such complaint');
      const { kept, lost, busy, barred } = fetched;
      logInfo('media-fetched', { receipt, kept, lost, busy: busy.join(), barred: barred.join() });
      if (lost > 0) count('MediumLost', lost);
      if (barred.length > 0) throw new PoisonMessage(barred[0]!);
      if (busy.length > 0 && isLastReceive(record)) throw new PoisonMessage(busy[0]!);
      if (busy.length > 0) throw new MediaBusy();
    },
    { setAside },
  );
