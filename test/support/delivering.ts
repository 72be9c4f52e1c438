import { memoryLists } from '../../adapters/memory/lists.ts';
import type { Occasion } from '../../domain/classification/occasions.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { createHandler } from '../../functions/deliver-notice/handler.ts';
import { sentAt as timeOf } from '../../functions/shared/time.ts';
import type { Send } from '../../usecases/notices/delivery/delivery.ts';
import { desk } from './messages.ts';
import { noticeHours } from './rules.ts';
import { type newWorld, rules } from './world.ts';

interface Ways {
  readonly world: ReturnType<typeof newWorld>;
  /** By mail and by text message. */
  readonly send: Send;
  readonly lists?: ReturnType<typeof memoryLists>;
  readonly organs?: ReturnType<typeof rules>['organs'];
  readonly occasions?: readonly Occasion[];
  /** Gets what goes to the queue again. */
  readonly onQueued?: (notices: readonly Notice[]) => void;
}

/** The function that delivers notices, with its lists, digests and reports. */
export function delivering({ world, send, lists, organs = rules().organs, occasions = [], onQueued }: Ways) {
  return createHandler({
    timeOf,
    ...{ cases: world.cases, incidents: world.incidents, deliveries: world.deliveries, ...world.keep },
    ...{ rules: { ...rules(), organs }, hours: noticeHours, setAside: desk().setAside },
    summaries: {
      ...{ lists: lists ?? memoryLists(world.cases.listings), missed: world.deliveries, hours: noticeHours },
      ...{ entries: world.entries, occasions, done: new Set() },
    },
    noticeQueue: { send: async (notices) => onQueued?.(notices) },
    complainantOf: world.vault.readContact,
    transports: { email: send, sms: send },
  });
}
