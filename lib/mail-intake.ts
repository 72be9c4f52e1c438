import { Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { ReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { S3 } from 'aws-cdk-lib/aws-ses-actions';
import { Construct } from 'constructs';
import { RECEIPT_RULES } from './bundles/bundle.ts';
import type { Foundation } from './foundation.ts';
import { allowEncrypting } from './key-use.ts';
import { has } from './regions.ts';
import { ServiceFunction } from './service-function.ts';
import { MAIL_PREFIX } from './stores/evidence-bucket.ts';
import type { WorkQueue } from './work-queue.ts';

/**
 * E-mail: raw mails come into the evidence bucket, by SES where it receives and else from the province's mail host, and
 * become complaints.
 */
export class MailIntake extends Construct {
  readonly acceptMailRelay: ServiceFunction;
  readonly offerMailUpload: ServiceFunction;
  readonly acceptEmail: ServiceFunction;
  readonly queue: WorkQueue;

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    const { secrets, evidence } = foundation;
    this.acceptMailRelay = new ServiceFunction(this, 'accept-mail-relay', { ...foundation, reserved: 20 });
    evidence.mailFillableBy(this.acceptMailRelay);
    secrets.readableBy(this.acceptMailRelay, 'mailRelay', 'MAIL_RELAY_SECRET_NAME');

    this.offerMailUpload = new ServiceFunction(this, 'offer-mail-upload', foundation);
    evidence.mailOfferedBy(this.offerMailUpload);
    secrets.readableBy(this.offerMailUpload, 'mailRelay', 'MAIL_RELAY_SECRET_NAME');

    this.queue = evidence.mails;
    this.acceptEmail = this.mailToComplaints(foundation);
    if (has(foundation.province, 'ses-receiving')) this.receiveBySes(foundation);
  }

  /** Every raw mail in the evidence bucket, whoever put it there, becomes a message and then a complaint. */
  private mailToComplaints(foundation: Foundation): ServiceFunction {
    const { evidence, vault, correspondence, secrets } = foundation;
    // A 30 MB mail is read in memory.
    const settings = { config: RECEIPT_RULES, timeout: this.queue.timeout, memorySize: 1024 };
    const acceptEmail = new ServiceFunction(this, 'accept-email', { ...foundation, ...settings });
    evidence.mailReadableBy(acceptEmail);
    evidence.attachmentsFillableBy(acceptEmail);
    vault.fillableBy(acceptEmail);
    correspondence.usableBy(acceptEmail, 'THREAD', 'LIMIT', 'SUPPRESSED');
    secrets.readableBy(acceptEmail, 'threads', 'THREADS_SECRET_NAME');
    this.queue.wakes(acceptEmail, { batchSize: 1, maxConcurrency: 20 });
    return acceptEmail;
  }

  /** A rule for an address is one for all that have something after a plus sign as well. */
  private receiveBySes({ province, evidence }: Foundation): void {
    const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    allowEncrypting(evidence.key, new ServicePrincipal('ses.amazonaws.com', { conditions }));
    new ReceiptRuleSet(this, 'Rules', {
      receiptRuleSetName: `huiyin-${province.id}`,
      rules: [
        {
          recipients: [province.mail.intake],
          scanEnabled: true,
          actions: [new S3({ bucket: evidence.bucket as IBucket, objectKeyPrefix: MAIL_PREFIX })],
        },
      ],
    });
  }
}
