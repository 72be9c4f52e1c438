import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { CASE_RULES, type ConfigFile } from './bundles/bundle.ts';
import type { Foundation } from './foundation.ts';
import { ServiceFunction } from './service-function.ts';
import { wakeOnInserts } from './stream-worker.ts';
import { DeadLetterQueue, WorkQueue } from './work-queue.ts';

/** What it takes to say what a complaint is about, where, whose it is, and what came before. */
export const ANALYSIS: readonly ConfigFile[] = [
  ...CASE_RULES,
  'taxonomy.json',
  'lexicon.json',
  'model.json',
  'repeats.json',
  'matters.json',
  'routing.json',
  'gazetteer.json',
  'gazetteer-patch.json',
  'gazetteer-towns.json',
  'campaigns',
];

/**
 * Two hundred complaints at once; when all are about one case, each of the twenty still finds its turn within its time.
 */
const REGISTERING_AT_ONCE = 20;

/** From the vault to a case: what came in is queued, then classified, placed, routed and committed. */
export class Registration extends Construct {
  readonly queue: WorkQueue;
  readonly queueComplaints: ServiceFunction;
  readonly streamDeadLetters: DeadLetterQueue;
  readonly registerComplaint: ServiceFunction;
  readonly linkSenders: ServiceFunction;
  readonly linkDeadLetters: DeadLetterQueue;

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    const { province, vault, cases, secrets, senders } = foundation;
    const timeout = Duration.seconds(60);
    this.queue = new WorkQueue(this, 'register', { province, timeout });
    this.queueComplaints = new ServiceFunction(this, 'queue-complaints', {
      ...foundation,
      timeout: Duration.seconds(30),
    });
    this.streamDeadLetters = new DeadLetterQueue(this, 'StreamDeadLetters', { province, name: 'queue-complaints' });
    wakeOnInserts(vault.table, this.queueComplaints, { deadLetters: this.streamDeadLetters });
    this.queue.feedableBy(this.queueComplaints, 'REGISTER_QUEUE_URL');

    const settings = { config: ANALYSIS, timeout, memorySize: 1024 };
    this.registerComplaint = new ServiceFunction(this, 'register-complaint', { ...foundation, ...settings });
    vault.readableBy(this.registerComplaint, 'complaint');
    cases.writableBy(this.registerComplaint);
    secrets.readableBy(this.registerComplaint, 'repeats', 'REPEATS_SECRET_NAME');
    this.queue.wakes(this.registerComplaint, { batchSize: 10, maxConcurrency: REGISTERING_AT_ONCE });

    this.linkSenders = new ServiceFunction(this, 'link-senders', { ...foundation, timeout: Duration.seconds(30) });
    this.linkDeadLetters = new DeadLetterQueue(this, 'LinkDeadLetters', { province, name: 'link-senders' });
    wakeOnInserts(vault.table, this.linkSenders, { deadLetters: this.linkDeadLetters, andRemovals: true });
    vault.readableBy(this.linkSenders, 'origin');
    senders.linkableBy(this.linkSenders);
    secrets.readableBy(this.linkSenders, 'senders', 'SENDERS_SECRET_NAME');
  }
}
