import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { RECEIPT_RULES } from './bundle.ts';
import { ChatIntake } from './chat-intake.ts';
import type { Foundation } from './foundation.ts';
import { MailIntake } from './mail-intake.ts';
import { PartnerIntake } from './partner-intake.ts';
import { ServiceFunction } from './service-function.ts';
import { WorkQueue } from './work-queue.ts';

/** The ways in beside the web: each verifies, puts the complaint into the vault with one write, and answers. */
export class Intake extends Construct {
  readonly partners: PartnerIntake;
  readonly acceptMailRelay: ServiceFunction;
  readonly offerMailUpload: ServiceFunction;
  readonly chats: ChatIntake;
  readonly acceptEmail: ServiceFunction;
  readonly mailQueue: WorkQueue;

  constructor(scope: Construct, id: string, foundation: Foundation) {
    super(scope, id);
    const { secrets, evidence, province } = foundation;
    this.partners = new PartnerIntake(this, 'Partners', foundation);
    this.acceptMailRelay = new ServiceFunction(this, 'accept-mail-relay', foundation);
    this.offerMailUpload = new ServiceFunction(this, 'offer-mail-upload', foundation);
    this.chats = new ChatIntake(this, 'Chats', foundation);
    const mail = this.mailToComplaints(foundation);
    this.mailQueue = mail.queue;
    this.acceptEmail = mail.acceptEmail;

    evidence.mailFillableBy(this.acceptMailRelay);
    evidence.mailOfferedBy(this.offerMailUpload);
    secrets.readableBy(this.acceptMailRelay, 'mailRelay', 'MAIL_RELAY_SECRET_NAME');
    secrets.readableBy(this.offerMailUpload, 'mailRelay', 'MAIL_RELAY_SECRET_NAME');
    new MailIntake(this, 'Mail', { province, evidence });
  }

  /** Every raw mail in the evidence bucket, whoever put it there, becomes a message and then a complaint. */
  private mailToComplaints(foundation: Foundation) {
    const timeout = Duration.seconds(60);
    const queue = new WorkQueue(this, 'mail', { province: foundation.province, timeout });
    // A 30 MB mail is parsed in memory.
    const settings = { config: RECEIPT_RULES, timeout, memorySize: 1024 };
    const acceptEmail = new ServiceFunction(this, 'accept-email', { ...foundation, ...settings });
    foundation.evidence.announceMailOn(queue.queue);
    foundation.evidence.mailReadableBy(acceptEmail);
    foundation.evidence.attachmentsFillableBy(acceptEmail);
    foundation.vault.fillableBy(acceptEmail);
    foundation.correspondence.usableBy(acceptEmail, 'THREAD', 'LIMIT', 'SUPPRESSED');
    foundation.secrets.readableBy(acceptEmail, 'threads', 'THREADS_SECRET_NAME');
    queue.wakes(acceptEmail, { batchSize: 1 });
    return { queue, acceptEmail };
  }
}
