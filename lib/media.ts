import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Foundation } from './foundation.ts';
import type { OutboundNetwork } from './outbound-network.ts';
import type { Registration } from './registration.ts';
import { ServiceFunction } from './service-function.ts';
import { allowCallingWechat } from './wechat-calls.ts';
import { WorkQueue } from './work-queue.ts';

/** Ten pictures of a complaint come one after the other; WeChat counts calls by the minute. */
const FETCHING_AT_ONCE = 5;

interface MediaProps {
  readonly foundation: Foundation;
  readonly registration: Registration;
  readonly wayOut: OutboundNetwork | undefined;
}

/** Pictures, voices and films that WeChat holds for three days are brought into the evidence bucket. */
export class Media extends Construct {
  readonly queue: WorkQueue;

  constructor(scope: Construct, id: string, { foundation, registration, wayOut }: MediaProps) {
    super(scope, id);
    const { province, vault, evidence } = foundation;
    const timeout = Duration.minutes(3);
    this.queue = new WorkQueue(this, 'media', { province, timeout });
    this.queue.feedableBy(registration.registerComplaint, 'MEDIA_QUEUE_URL');
    const fetchMedia = new ServiceFunction(this, 'fetch-media', { ...foundation, timeout, wayOut });
    vault.readableBy(fetchMedia, 'media');
    vault.attachmentsWritableBy(fetchMedia);
    evidence.attachmentsFillableBy(fetchMedia);
    allowCallingWechat(fetchMedia, foundation);
    this.queue.wakes(fetchMedia, { batchSize: 1, maxConcurrency: FETCHING_AT_ONCE });
  }
}
