import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { type ConfigFile, RECEIPT_RULES } from './bundles/bundle.ts';
import type { Foundation } from './foundation.ts';
import { ServiceFunction } from './service-function.ts';

const CONFIG: readonly ConfigFile[] = [...RECEIPT_RULES, 'partners'];

/** The ways in of 12345, superiors and inspection teams: order by order, or a list at a time. */
export class PartnerIntake extends Construct {
  readonly acceptPartnerComplaint: ServiceFunction;
  readonly acceptPartnerBatch: ServiceFunction;

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    this.acceptPartnerComplaint = new ServiceFunction(this, 'accept-partner-complaint', {
      ...foundation,
      config: CONFIG,
      reserved: 20,
    });
    // A thousand orders; the API waits 30 seconds.
    const settings = { config: CONFIG, timeout: Duration.seconds(29), memorySize: 1024, reserved: 10 };
    this.acceptPartnerBatch = new ServiceFunction(this, 'accept-partner-batch', { ...foundation, ...settings });

    const { vault, secrets, correspondence } = foundation;
    for (const taker of [this.acceptPartnerComplaint, this.acceptPartnerBatch]) {
      vault.fillableBy(taker);
      vault.readableBy(taker, 'existence');
      correspondence.usableBy(taker, 'LIMIT');
      secrets.readableBy(taker, 'partners', 'PARTNERS_SECRET_NAME');
    }
  }
}
